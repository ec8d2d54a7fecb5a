// SPDX-License-Identifier: Apache-2.0

//! A table of events with windows and bounded groups, the message that writes it, and rules that
//! ask for its rows. Its values come from few, so that windows are full and rows within the bound
//! asked for are pushed out.

use super::items::Item;
use crate::rng::Rng;

/// The declarations of the table and its messages, and their blocks and rules. One rule is of a
/// message `m0`.
pub(super) fn stream(rng: &mut Rng) -> (Vec<String>, Vec<Item>) {
    let stream = Stream::new(rng);
    let write = "create message ms (\n    f0 INT not null,\n    f1 INT null,\n    f2 INT null,\n\
                 \x20   f3 SMALLINT null,\n    f4 INT not null,\n);\n";
    let change = "create message mg (\n    f0 INT not null,\n);\n";
    let declarations = vec![stream.table(), write.to_owned(), change.to_owned()];
    let mut items = vec![stream.block(rng), stream.deletes(rng)];
    for number in 0..rng.between(1, 3) {
        items.push(Item::Rule(stream.rule(number, "ms", rng)));
    }
    if rng.percent(60) {
        items.push(Item::Rule(stream.rule(9, "m0", rng)));
    }
    (declarations, items)
}

/// The bounds of the table, and how many values its columns have.
struct Stream {
    window: usize,
    window_of_all: Option<usize>,
    group: Option<usize>,
    keys: usize,
    times: usize,
    is_timed: bool,
}

impl Stream {
    fn new(rng: &mut Rng) -> Stream {
        let window = rng.between(1, 4);
        Stream {
            window,
            window_of_all: rng.percent(40).then(|| window + rng.between(1, 4)),
            group: rng.percent(50).then(|| rng.between(3, 9)),
            keys: rng.between(3, 15),
            times: rng.between(2, 12),
            is_timed: rng.percent(70),
        }
    }

    fn table(&self) -> String {
        let null = if self.is_timed { "not null" } else { "null" };
        let mut options = format!("rows = 60, window (s1 by s2) = {}", self.window);
        if let Some(bound) = self.window_of_all {
            options += &format!(", window (by s2) = {bound}");
        }
        if let Some(bound) = self.group {
            options += &format!(", group (s1) where (s3 > 0) = {bound}");
        }
        format!(
            "create table st (\n    s0 INT not null,\n    s1 INT null,\n    s2 INT {null},\n    \
             s3 SMALLINT null,\n    primary key (s0)\n) with ({options});\n"
        )
    }

    /// The block that writes a row: always, or only if there is none.
    fn block(&self, rng: &mut Rng) -> Item {
        let (keys, times) = (self.keys, self.times);
        let time = if self.is_timed { "coalesce(ms.f2, ms.f4)" } else { "ms.f2" };
        let values = format!("mod(ms.f0, {keys}), mod(ms.f1, 3), mod({time}, {times}), ms.f3");
        let set = match rng.below(4) {
            0 => "s1 = excluded.s1, s2 = excluded.s2, s3 = excluded.s3",
            1 => "s2 = excluded.s2, s3 = excluded.s3",
            2 => "s1 = excluded.s1",
            _ => "s3 = excluded.s3",
        };
        let insert = format!("insert into st values ({values})");
        let statement = match rng.weighted(&[20, 80]) {
            0 => insert,
            _ => format!("{insert} on conflict (s0) do update set {set}"),
        };
        Item::Block { head: "on ms".to_owned(), statements: vec![statement] }
    }

    /// The block that deletes or changes a row.
    fn deletes(&self, rng: &mut Rng) -> Item {
        let row = format!("where s0 = mod(mg.f0, {})", self.keys);
        let statement = match rng.weighted(&[50, 25, 25]) {
            0 => format!("delete from st {row}"),
            1 => format!("update st set s2 = mod(mg.f0, {}) {row}", self.times),
            _ => format!("update st set s1 = mod(mg.f0, 2), s3 = 1 {row}"),
        };
        Item::Block { head: "on mg".to_owned(), statements: vec![statement] }
    }

    /// A rule of a message that asks for rows.
    fn rule(&self, number: usize, message: &str, rng: &mut Rng) -> String {
        let field = if message == "ms" { *rng.pick(&["f4", "f4", "f2"]) } else { "f0" };
        let bound = format!("mod({message}.{field}, {}) - {}", self.times, rng.below(4));
        let above = *rng.pick(&[">", ">="]);
        let mut conjuncts = vec![match rng.percent(80) {
            true => format!("s2 {above} {bound}"),
            false => format!("{bound} {} s2", if above == ">" { "<" } else { "<=" }),
        }];
        if self.window_of_all.is_none() || rng.percent(75) {
            let group = if message == "ms" { "f1" } else { "f0" };
            conjuncts.push(format!("s1 = mod({message}.{group}, 3)"));
        }
        // Only its group may serve it.
        if self.group.is_some() && conjuncts.len() > 1 && rng.percent(30) {
            conjuncts[0] = format!("s2 <> {bound}");
            conjuncts.push("s3 > 0".to_owned());
        }
        if rng.percent(30) {
            conjuncts
                .push((*rng.pick(&["s3 <> 1", "s3 < s2", "s0 > 2", "s3 is not null"])).to_owned());
        }
        rng.shuffle(&mut conjuncts);
        let rows = format!("from st where {}", conjuncts.join(" and "));
        let condition = match rng.below(8) {
            0 => format!("not exists (select 1 {rows})"),
            1 => format!("(select count(distinct s3) {rows}) < 2"),
            2 => format!("coalesce((select sum(s3 * s2) {rows}), 0) <= {}", rng.below(9)),
            3 => format!("(select min(s2) {rows}) >= {message}.f0"),
            4 => format!("coalesce((select max(s3) {rows}) < 4, true)"),
            5 => format!("(select avg(s0) {rows}) is distinct from 2"),
            6 => format!("(select count(s3) filter (where s0 <> 2) {rows}) <= {}", rng.below(3)),
            _ => format!("(select count(*) {rows}) < {}", rng.between(1, 3)),
        };
        let guard = match rng.below(4) {
            0 => format!(" where {message}.f0 <> 1"),
            1 => format!(" where {message}.f0 > 0"),
            _ => String::new(),
        };
        let warn = if rng.percent(50) { "warn " } else { "" };
        format!("{warn}rule {message}_{number} on {message} ({condition}{guard})\n")
    }
}
