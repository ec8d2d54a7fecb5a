// SPDX-License-Identifier: Apache-2.0

//! What groups and windows hold, by brute force: every version of every row that was ever written
//! is kept, and each answer is found by going over all of them. Nothing is taken from the compiler
//! or from an executor.

use engine::verdict::Reason;

/// The bounds that the table states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The rows of the table.
    pub rows: usize,
    /// The last rows of an account by time.
    pub window: usize,
    /// The last rows of the table by time.
    pub window_of_all: usize,
    /// The rows of an account.
    pub group: usize,
    /// The live rows of an account.
    pub live: usize,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: i64,
    pub account: Option<i64>,
    pub amount: i64,
    pub ts: Option<i64>,
    pub live: i64,
}

/// A change of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// An insert.
    Put(Row),
    /// An insert, or an update of all other columns where the key exists.
    Merge(Row),
    /// A delete.
    Remove { id: i64 },
    /// Another account.
    Move { id: i64, account: Option<i64> },
    /// Another time.
    Retime { id: i64, ts: Option<i64> },
    /// Other values of the other columns.
    Amend { id: i64, amount: i64, live: i64 },
}

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The rows of an account later than a time, or of that time too.
    Window { account: Option<i64>, bound: Option<i64>, inclusive: bool },
    /// The rows of the table later than a time, or of that time too.
    WindowOfAll { bound: Option<i64>, inclusive: bool },
    /// The rows of an account with at least an amount.
    Group { account: Option<i64>, least: i64 },
    /// The live rows of an account with at least an amount.
    Live { account: Option<i64>, least: i64 },
}

/// What a question finds: the number of rows, the sum and the least of the amounts, and the latest
/// time.
pub type Found = (i64, Option<i64>, Option<i64>, Option<i64>);

/// A row from one write of it to the next. A write counts the changes of rows since the start.
#[derive(Clone, Copy, Debug)]
struct Version {
    row: Row,
    since: usize,
    until: Option<usize>,
    previous: Option<usize>,
    next: Option<usize>,
}

/// The group of a row, if it is in one.
type GroupOf<'f> = &'f dyn Fn(&Row) -> Option<i64>;

/// Every version of every row.
#[derive(Clone, Debug)]
pub struct Oracle {
    bounds: Bounds,
    versions: Vec<Version>,
    writes: usize,
}

/// A window: of an account, or of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Window {
    Account,
    All,
}

impl Window {
    /// The group and the time of a row: where it is written again if one of them changes.
    fn place(self, row: &Row) -> Option<(i64, Option<i64>)> {
        match self {
            Window::Account => row.account.map(|account| (account, row.ts)),
            Window::All => Some((0, row.ts)),
        }
    }
}

impl Oracle {
    pub fn new(bounds: Bounds) -> Oracle {
        Oracle { bounds, versions: Vec::new(), writes: 0 }
    }

    /// The rows of the table, by key.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows: Vec<Row> = self.present().map(|version| version.row).collect();
        rows.sort_by_key(|row| row.id);
        rows
    }

    fn present(&self) -> impl Iterator<Item = &Version> {
        self.versions.iter().filter(|version| version.until.is_none())
    }

    /// The statements of a message: all of them, or none and every reason that the first one that
    /// fails may give.
    pub fn message(&mut self, writes: &[Write]) -> Result<(), Vec<Reason>> {
        let (start, len) = (self.writes, self.versions.len());
        for write in writes {
            if let Err(reasons) = self.write(*write, start) {
                self.undo(start, len);
                return Err(reasons);
            }
        }
        Ok(())
    }

    fn undo(&mut self, start: usize, len: usize) {
        self.versions.truncate(len);
        for version in &mut self.versions {
            if version.until.is_some_and(|until| until > start) {
                (version.until, version.next) = (None, None);
            }
        }
        self.writes = start;
    }

    fn write(&mut self, write: Write, start: usize) -> Result<(), Vec<Reason>> {
        let id = match write {
            Write::Put(row) | Write::Merge(row) => row.id,
            Write::Remove { id }
            | Write::Move { id, .. }
            | Write::Retime { id, .. }
            | Write::Amend { id, .. } => id,
        };
        let found = self.versions.iter().rposition(|v| v.row.id == id && v.until.is_none());
        let before = found.map(|found| self.versions[found].row);
        let after = match (write, before) {
            (Write::Put(row), Some(_)) => {
                let room = self.has_room(None, &row, start);
                return Err([Reason::DuplicateKey].into_iter().chain(room.err()).collect());
            }
            (Write::Put(row) | Write::Merge(row), _) => Some(row),
            (_, None) => return Ok(()),
            (Write::Remove { .. }, Some(_)) => None,
            (Write::Move { account, .. }, Some(row)) => Some(Row { account, ..row }),
            (Write::Retime { ts, .. }, Some(row)) => Some(Row { ts, ..row }),
            (Write::Amend { amount, live, .. }, Some(row)) => Some(Row { amount, live, ..row }),
        };
        if let Some(after) = &after {
            self.has_room(before.as_ref(), after, start).map_err(|reason| vec![reason])?;
        }
        self.writes += 1;
        if let Some(found) = found {
            self.versions[found].until = Some(self.writes);
            self.versions[found].next = after.map(|_| self.versions.len());
        }
        if let Some(row) = after {
            let since = self.writes;
            self.versions.push(Version { row, since, until: None, previous: found, next: None });
        }
        Ok(())
    }

    /// Whether each group that a row enters has room for it: beside the rows at the start of the
    /// message, and those that entered since.
    fn has_room(&self, before: Option<&Row>, after: &Row, start: usize) -> Result<(), Reason> {
        let of_group = |row: &Row| row.account;
        let of_live = |row: &Row| row.account.filter(|_| row.live > 0);
        let lists: [(GroupOf<'_>, usize); 2] =
            [(&of_group, self.bounds.group), (&of_live, self.bounds.live)];
        for (group_of, bound) in lists {
            let Some(group) = group_of(after) else { continue };
            if before.and_then(group_of) == Some(group) {
                continue;
            }
            let is_in = |version: &&Version| group_of(&version.row) == Some(group);
            let at_start = |version: &&Version| {
                version.since <= start && version.until.is_none_or(|until| until > start)
            };
            let entered = |version: &&Version| {
                let before = version.previous.map(|previous| &self.versions[previous].row);
                version.since > start && before.and_then(group_of) != Some(group)
            };
            let taken = |version: &&Version| at_start(version) || entered(version);
            if self.versions.iter().filter(is_in).filter(taken).count() >= bound {
                return Err(Reason::GroupFull);
            }
        }
        Ok(())
    }

    /// The answer to a question of the rows that are kept, and whether these are all that it asks
    /// for.
    pub fn ask(&self, ask: Ask) -> (Found, bool) {
        let (rows, is_whole) = match ask {
            Ask::Window { account, bound, inclusive } => match account {
                Some(group) => self.window(Window::Account, group, bound, inclusive),
                None => (Vec::new(), true),
            },
            Ask::WindowOfAll { bound, inclusive } => self.window(Window::All, 0, bound, inclusive),
            Ask::Group { account, least } => (self.group(account, least, |_| true), true),
            Ask::Live { account, least } => (self.group(account, least, |row| row.live > 0), true),
        };
        let amounts = || rows.iter().map(|row| row.amount);
        let latest = rows.iter().filter_map(|row| row.ts).max();
        let found = (rows.len() as i64, amounts().reduce(|a, b| a + b), amounts().min(), latest);
        (found, is_whole)
    }

    fn group(&self, account: Option<i64>, least: i64, fits: impl Fn(&Row) -> bool) -> Vec<Row> {
        let rows = self.present().map(|version| version.row).filter(fits);
        rows.filter(|row| account.is_some() && row.account == account && row.amount >= least)
            .collect()
    }

    /// The rows of a window that are asked for, and whether no other one was pushed out.
    fn window(
        &self,
        window: Window,
        group: i64,
        bound: Option<i64>,
        inclusive: bool,
    ) -> (Vec<Row>, bool) {
        let is_asked_for = |ts: Option<i64>| match (ts, bound) {
            (Some(ts), Some(bound)) => ts > bound || inclusive && ts == bound,
            _ => false,
        };
        let room = match window {
            Window::Account => self.bounds.window,
            Window::All => self.bounds.window_of_all,
        };
        let forgotten = self.emptied(window, group);
        let entered = self.versions.iter().filter(|version| {
            let place = window.place(&version.row);
            let before = version.previous.map(|previous| &self.versions[previous].row);
            place.is_some_and(|(of, _)| of == group)
                && place != before.and_then(|row| window.place(row))
                && version.since > forgotten
        });
        let entered: Vec<&Version> = entered.collect();
        let first = entered.len().saturating_sub(room);
        let is_missed = |(number, version): (usize, &&Version)| {
            // It was pushed out by the row that is so many later, unless it had left.
            let pushed = entered[number + room].since;
            let (_, left) = self.last(window, version);
            left.is_none_or(|left| left > pushed) && is_asked_for(version.row.ts)
        };
        let is_whole = !entered[..first].iter().enumerate().any(is_missed);
        let held = entered[first..].iter().map(|version| self.last(window, version));
        let held = held.filter(|(_, left)| left.is_none()).map(|(row, _)| row);
        (held.filter(|row| is_asked_for(row.ts)).collect(), is_whole)
    }

    /// What a row became at the place where it entered a window, and the write by which it left.
    fn last(&self, window: Window, version: &Version) -> (Row, Option<usize>) {
        let place = window.place(&version.row);
        let mut version = version;
        while let Some(next) = version.next.map(|next| &self.versions[next])
            && window.place(&next.row) == place
        {
            version = next;
        }
        (version.row, version.until)
    }

    /// The last write after which a group had no row.
    fn emptied(&self, window: Window, group: i64) -> usize {
        let mut changes: Vec<(usize, i64)> = Vec::new();
        for version in &self.versions {
            if window.place(&version.row).is_some_and(|(of, _)| of == group) {
                changes.push((version.since, 1));
                changes.extend(version.until.map(|until| (until, -1)));
            }
        }
        changes.sort_unstable();
        let (mut rows, mut emptied) = (0, 0);
        for of_write in changes.chunk_by(|a, b| a.0 == b.0) {
            rows += of_write.iter().map(|(_, change)| change).sum::<i64>();
            emptied = if rows == 0 { of_write[0].0 } else { emptied };
        }
        emptied
    }
}
