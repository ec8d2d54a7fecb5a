// SPDX-License-Identifier: Apache-2.0

//! A hidden table as a map of groups, and the messages on it.

use crate::bench::Bench;
use crate::group_message::{AGGREGATES, OPEN, QUERY, RESERVE, SIDES, Side, key_slot, value_slot};
use crate::support::{truth, value};
use engine::build::{LEVELS, SUMS};
use engine::machine::LEVELS_PER_GROUP_MAX;
use engine::schema::ColumnKind;
use engine::value::{Tag, Truth, Value};
use rand::RngExt;
use std::collections::BTreeMap;
use testkit::rng::Rng;

/// The values of a row of the base table, one for each aggregate.
pub type Member = [Option<i64>; AGGREGATES];
pub type Key = [i64; 2];

/// A group: its row, as the unit chose it, and its members.
#[derive(Clone, Debug)]
pub struct Group {
    pub row: i64,
    pub members: Vec<Member>,
}

impl Group {
    fn values(&self, aggregate: usize) -> impl Iterator<Item = i64> {
        self.members.iter().filter_map(move |member| member[aggregate])
    }

    /// The number of occurrences of each value.
    pub fn levels(&self, aggregate: usize) -> BTreeMap<i64, u32> {
        let mut levels = BTreeMap::new();
        self.values(aggregate).for_each(|value| *levels.entry(value).or_default() += 1);
        levels
    }

    pub fn count(&self, aggregate: usize) -> usize {
        self.values(aggregate).count()
    }

    pub fn sum(&self, aggregate: usize) -> i128 {
        self.values(aggregate).map(i128::from).sum()
    }

    /// The value that a fetch of an aggregate finds, or of the number of members, which follows
    /// them.
    pub fn fetched(&self, aggregate: usize, kind: ColumnKind) -> Value {
        let number = match kind {
            ColumnKind::Count => Some(self.count(aggregate) as i64),
            ColumnKind::Min => self.values(aggregate).min(),
            ColumnKind::Max => self.values(aggregate).max(),
            ColumnKind::Sum if self.count(aggregate) == 0 => None,
            ColumnKind::Sum => {
                return i64::try_from(self.sum(aggregate)).map_or(Value::OVERFLOW, Value::new);
            }
            _ => Some(self.members.len() as i64),
        };
        number.map_or(Value::NULL, Value::new)
    }
}

/// The table.
pub struct Model {
    pub rows_max: usize,
    pub levels_max: u32,
    /// Whether more members enter than leave.
    pub grows: bool,
    pub groups: BTreeMap<Key, Group>,
}

/// A message: keys and members of both sides, and the values of the guards.
pub struct Message {
    pub keys: [[Value; 2]; 2],
    pub members: [[Value; AGGREGATES]; 2],
    pub reserve: Truth,
    pub query: Truth,
    pub open: Truth,
}

impl Message {
    /// A random message. A member of the first group leaves, if the group has one; the member that
    /// enters the other group has any values.
    pub fn random(model: &Model, rng: &mut Rng) -> Message {
        let key = |rng: &mut Rng| {
            let key = [rng.random_range(0..model.rows_max as i64 + 2), -rng.random_range(0..2)];
            key.map(|part| if rng.random_bool(0.03) { value(rng) } else { Value::new(part << 3) })
        };
        let mut keys = [key(rng), key(rng)];
        if model.grows && rng.random_bool(0.7) {
            keys[0][0] = Value::NULL;
        }
        let leaving = key_of(&keys[0]).and_then(|key| model.groups.get(&key));
        let leaving = leaving.map(|group| group.members[rng.random_range(0..group.members.len())]);
        let leaving =
            leaving.map(|member| member.map(|value| value.map_or(Value::NULL, Value::new)));
        let entering = [(); AGGREGATES].map(|()| match rng.random_range(0..6) {
            0 => Some(value(rng)).filter(|value| value.tag <= Tag::Null).unwrap_or(Value::NULL),
            _ => Value::new(rng.random_range(-12..12)),
        });
        let is_new = key_of(&keys[1]).is_some_and(|key| !model.groups.contains_key(&key));
        let reserve = if is_new { Truth::True } else { Truth::False };
        let reserve = if rng.random_bool(0.05) { truth(rng) } else { reserve };
        let members = [leaving.unwrap_or([Value::NULL; AGGREGATES]), entering];
        Message { keys, members, reserve, query: truth(rng), open: truth(rng) }
    }

    pub fn key(&self, side: Side) -> Option<Key> {
        key_of(&self.keys[side as usize])
    }

    pub fn set(&self, bench: &mut Bench<'_, '_>, rng: &mut Rng) {
        // A slot must not be read before an instruction has written it.
        bench.slots.iter_mut().for_each(|slot| *slot = Value::new(rng.random_range(0..4)));
        for side in SIDES {
            for (column, value) in self.keys[side as usize].iter().enumerate() {
                bench.slots[usize::from(key_slot(side, column).index)] = *value;
            }
            for (aggregate, value) in self.members[side as usize].iter().enumerate() {
                bench.slots[usize::from(value_slot(side, aggregate).index)] = *value;
            }
        }
        let guards = [(RESERVE, self.reserve), (QUERY, self.query), (OPEN, self.open)];
        guards.into_iter().for_each(|(predicate, truth)| bench.set_predicate(predicate, truth));
    }
}

/// The key, if it is valid for a group.
fn key_of(key: &[Value; 2]) -> Option<Key> {
    let [first, second] = key.map(Value::get);
    Some([first?, second.filter(|second| i32::try_from(*second).is_ok())?])
}

impl Model {
    pub fn found(&self, message: &Message, side: Side) -> Value {
        let worst =
            message.keys[side as usize].iter().map(|value| value.tag).max().unwrap_or(Tag::Value);
        let group = message.key(side).and_then(|key| self.groups.get(&key));
        match (worst, group) {
            (Tag::Overflow | Tag::DivisionByZero, _) => Value::tagged(worst),
            (_, Some(group)) => Value::new(group.row),
            _ => Value::NULL,
        }
    }

    pub fn reserves(&self, message: &Message) -> Truth {
        match message.reserve {
            Truth::True => Truth::from(self.groups.len() < self.rows_max),
            Truth::False | Truth::Null => Truth::True,
            error => error,
        }
    }

    /// The answers to the queries to a store, one for each side.
    pub fn answers(&self, message: &Message, store: usize) -> [Truth; 2] {
        let value = message.members[Side::Enters as usize][SUMS + store];
        let levels = |group: &Group| group.levels(SUMS + store);
        let all: usize = self.groups.values().map(|group| levels(group).len()).sum();
        let mut added = 0;
        SIDES.map(|side| {
            let row = self.found(message, side);
            let guard = if side == Side::Enters { message.query } else { Truth::True };
            let number = match (guard, row.tag.max(value.tag), value.get()) {
                (Truth::Overflow | Truth::DivisionByZero, ..) => return guard,
                (Truth::False | Truth::Null, ..) => return Truth::True,
                (_, Tag::Overflow, _) => return Truth::Overflow,
                (_, Tag::DivisionByZero, _) => return Truth::DivisionByZero,
                (.., None) => return Truth::True,
                (.., Some(number)) => number,
            };
            let group = message.key(side).and_then(|key| self.groups.get(&key));
            let of_group = group.map(levels).unwrap_or_default();
            if of_group.contains_key(&number) {
                return Truth::True;
            }
            let fits = of_group.len() as u32 + added < LEVELS_PER_GROUP_MAX
                && all as u32 + added < self.levels_max;
            added += u32::from(fits);
            Truth::from(fits)
        })
    }

    /// Whether every check of the message passes, and its reserves are exactly what it needs.
    pub fn accepts(&self, message: &Message) -> bool {
        let answers = (0..LEVELS).flat_map(|store| self.answers(message, store));
        let enters = message.key(Side::Enters).filter(|_| message.open == Truth::True);
        let is_new = enters.is_some_and(|key| !self.groups.contains_key(&key));
        answers.chain([self.reserves(message)]).all(|entry| entry == Truth::True)
            && (enters.is_none() || message.query == Truth::True)
            && (!is_new || message.reserve == Truth::True)
    }

    /// Carries out the accepted message; a group that opens gets this row.
    pub fn commit(&mut self, message: &Message, row: Value) {
        let member = |side: Side| message.members[side as usize].map(Value::get);
        if let Some(key) = message.key(Side::Leaves)
            && let Some(group) = self.groups.get_mut(&key)
        {
            let at = group
                .members
                .iter()
                .position(|other| *other == member(Side::Leaves))
                .expect("it is a member");
            group.members.swap_remove(at);
            if group.members.is_empty() {
                self.groups.remove(&key);
            }
        }
        if let Some(key) = message.key(Side::Enters).filter(|_| message.open == Truth::True) {
            let group =
                self.groups.entry(key).or_insert(Group { row: row.bits, members: Vec::new() });
            assert_eq!(Value::new(group.row), row, "the row of a group");
            group.members.push(member(Side::Enters));
        }
    }
}
