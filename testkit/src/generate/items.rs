// SPDX-License-Identifier: Apache-2.0

//! Random rules and `on` blocks.

use super::scope::Maker;
use engine::schema::Type;

/// A rule, or a block or a job with its statements.
#[derive(Clone, Debug)]
pub enum Item {
    /// The whole text of a rule.
    Rule(String),
    /// A block or a job.
    Block {
        /// From `on` or `create` to the opening parenthesis.
        head: String,
        /// Its statements.
        statements: Vec<String>,
    },
}

impl Maker<'_> {
    fn depth(&mut self) -> usize {
        1 + self.rng.weighted(&[25, 35, 25, 15])
    }

    fn message_name(&self) -> String {
        self.schema.messages[self.message].name.clone()
    }

    /// A rule. Most rules hold for most messages, because otherwise almost no message would pass.
    pub fn rule(&mut self, index: usize) -> String {
        let depth = self.depth();
        let message = self.message_name();
        let condition = self.condition(depth);
        let weakener = self.rng.between(0, 4) as i64 - 1;
        let condition = match self.rng.below(10) {
            0..4 => format!("{condition} or {message}.f0 <> {weakener}"),
            4 | 5 => format!("coalesce({condition}, true) or {message}.f0 < {weakener}"),
            6 => format!("not ({condition} and {message}.f0 > 0)"),
            _ => format!("{condition} or {message}.f0 is null"),
        };
        let guard = match self.rng.below(10) {
            0..3 => format!(" where {}", self.condition(2)),
            3..6 => format!(" where {message}.f0 = {weakener}"),
            _ => String::new(),
        };
        let rule = if self.rng.percent(20) { "Rule" } else { "rule" };
        let warn = if self.rng.percent(20) { "warn " } else { "" };
        let on = if self.rng.percent(20) { format!(" on {message}") } else { String::new() };
        format!("{warn}{rule} x{index}{on} (({condition}){guard})\n")
    }

    /// A block; one for a reject if it gets the rules of its message.
    pub fn block(&mut self, rejecting: Option<&Vec<String>>) -> Item {
        let message = self.message_name();
        let keys: Vec<Vec<Vec<String>>> =
            (0..self.schema.asked()).map(|table| self.key_pool(table)).collect();
        // Most statements of a block use one table, so that they find the rows of the others.
        let favourite = self.rng.below(self.schema.asked());
        let guard = match self.rng.below(20) {
            0..4 => format!(" where {}", self.condition(2)),
            4..6 => format!(" where {message}.f0 <> {}", self.rng.between(0, 3)),
            6..11 => format!(" where not {}", self.is_there(favourite, &keys[favourite][0])),
            11..13 => format!(" where {}", self.is_there(favourite, &keys[favourite][0])),
            _ => String::new(),
        };
        let mut statements: Vec<String> = self.rows_statement().into_iter().collect();
        statements.extend(self.statements(favourite, &keys));
        if statements.is_empty() {
            return Item::Rule(String::new());
        }
        let on = match rejecting {
            None => format!("on {message}"),
            Some(rules) if self.rng.percent(50) => {
                format!("on reject of {message} by {}", self.rng.pick(rules))
            }
            Some(_) => format!("on reject of {message}"),
        };
        Item::Block { head: format!("{on}{guard}"), statements }
    }

    /// A few statements, most of them on one table; possibly none.
    pub fn statements(&mut self, favourite: usize, keys: &[Vec<Vec<String>>]) -> Vec<String> {
        let count = 1 + self.rng.weighted(&[40, 30, 20, 10]);
        let statements = (0..count)
            .map(|_| {
                let table = if self.rng.percent(65) {
                    favourite
                } else {
                    self.rng.below(self.schema.asked())
                };
                // A message inserts one row into a table whose rows windows count.
                let is_taken = |table: usize| {
                    self.schema.tables[table].insert_only && self.changed.contains(&(table, None))
                };
                let tables = std::iter::once(table).chain(0..self.schema.asked());
                let free = tables.into_iter().find(|table| !is_taken(*table));
                free.map(|table| self.statement(table, &keys[table]))
            })
            .collect::<Vec<Option<String>>>();
        let mut statements: Vec<String> = statements.into_iter().flatten().collect();
        if statements.is_empty() {
            // A block has a statement; this one finds no row.
            let table = (0..self.schema.asked()).find(|t| !self.schema.tables[*t].insert_only);
            statements.extend(table.map(|table| self.statement(table, &keys[table])));
        }
        statements
    }

    /// A statement on the table whose rows change several at once, at most one a message.
    fn rows_statement(&mut self) -> Option<String> {
        let table = self.schema.tables.iter().position(|table| table.by_rows)?;
        if self.changed.contains(&(table, None)) || self.rng.percent(50) {
            return None;
        }
        let pool = self.key_pool(table);
        let has_values =
            self.schema.tables[table].columns.len() > self.schema.tables[table].key.len();
        // What an earlier statement changed cannot be found for each row.
        let may_scan = self.changed.is_empty();
        let text = match self.rng.weighted(&[40, 35, 25]) {
            1 if may_scan && has_values => {
                let from = self.push_row(table);
                let condition = self.rows_condition();
                let (set, _) = self.assignments(table);
                self.end_rows();
                format!("update {from} set {set}{condition}")
            }
            2 if may_scan => {
                let from = self.push_row(table);
                let condition = self.rows_condition();
                self.end_rows();
                format!("delete from {from}{condition}")
            }
            _ => self.insert(table, &pool[0]),
        };
        self.changed.insert((table, None));
        Some(text)
    }

    /// ` where …` of a statement over several rows, or nothing. Its row is visible afterwards, and
    /// nothing in the statement is scanned for each row.
    fn rows_condition(&mut self) -> String {
        self.show_row();
        self.within_scan = Some(self.rows.len());
        match self.rng.weighted(&[25, 55, 20]) {
            0 => String::new(),
            1 => format!(" where {}", self.condition(2)),
            _ => format!(" where {} and {}", self.condition(2), self.condition(1)),
        }
    }

    fn end_rows(&mut self) {
        self.within_scan = None;
        self.rows.pop();
    }

    /// A few keys of a table, as expressions over the message. Statements that use the same key
    /// find the same row.
    pub fn key_pool(&mut self, table: usize) -> Vec<Vec<String>> {
        let table = &self.schema.tables[table];
        (0..2)
            .map(|_| {
                table
                    .key
                    .iter()
                    .map(|column| self.assignable_key(table.columns[*column].ty))
                    .collect()
            })
            .collect()
    }

    /// A value for both lookup and insertion as a key.
    fn assignable_key(&mut self, ty: Type) -> String {
        if let Type::Char(n) = ty {
            return self.text(n.into(), 0);
        }
        let alike = |other: Type| match ty {
            Type::Date | Type::Time | Type::Timestamp | Type::Boolean => other == ty,
            _ => other.is_integer() || other == ty,
        };
        match self.name(alike) {
            Some(named) if self.rng.percent(90) => named.text,
            _ => self.literal(ty),
        }
    }

    /// The condition that a table has a row with the key.
    fn is_there(&mut self, table: usize, keys: &[String]) -> String {
        let declared = &self.schema.tables[table];
        let names = declared.key.iter().map(|key| &declared.columns[*key].name);
        let conjuncts: Vec<String> =
            names.zip(keys).map(|(name, value)| format!("{name} = {value}")).collect();
        format!("exists (select 1 from {} where {})", declared.name, conjuncts.join(" and "))
    }

    fn statement(&mut self, table: usize, keys: &[Vec<String>]) -> String {
        let insert_only = self.schema.tables[table].insert_only;
        let keys: Vec<String> = if self.rng.percent(75) {
            self.rng.pick(keys).clone()
        } else {
            let columns = &self.schema.tables[table].columns;
            self.schema.tables[table]
                .key
                .iter()
                .map(|column| self.assignable_key(columns[*column].ty))
                .collect()
        };
        let has_values = self.schema.tables[table].columns.len() > keys.len();
        let weights = match insert_only {
            true => [1, 0, 0, 0],
            false => [34, if has_values { 36 } else { 0 }, 18, 14],
        };
        let (text, columns) = match self.rng.weighted(&weights) {
            0 => (self.insert(table, &keys), None),
            3 => (self.upsert(table, &keys, has_values), None),
            1 => {
                let (text, columns) = self.update(table, &keys);
                (text, Some(columns))
            }
            _ => (self.delete(table, &keys), None),
        };
        match columns {
            Some(columns) => {
                self.changed.extend(columns.into_iter().map(|column| (table, Some(column))))
            }
            None => {
                self.changed.insert((table, None));
            }
        }
        text
    }

    fn insert(&mut self, table: usize, keys: &[String]) -> String {
        let declared = &self.schema.tables[table];
        let mut written: Vec<(usize, String)> = Vec::new();
        for (index, column) in declared.columns.iter().enumerate() {
            let value = match declared.key.iter().position(|key| *key == index) {
                Some(part) => keys[part].clone(),
                None if column.default.is_some() && self.rng.percent(40) => {
                    if self.rng.percent(50) {
                        continue;
                    }
                    "default".to_owned()
                }
                None if column.nullable && self.rng.percent(10) => continue,
                None => self.value_for(column.ty, column.nullable),
            };
            written.push((index, value));
        }
        let is_whole = written.len() == declared.columns.len();
        let list = if is_whole && self.rng.percent(75) {
            String::new()
        } else {
            self.rng.shuffle(&mut written);
            let names: Vec<&str> =
                written.iter().map(|(index, _)| declared.columns[*index].name.as_str()).collect();
            format!(" ({})", names.join(", "))
        };
        let values: Vec<String> = written.into_iter().map(|(_, value)| value).collect();
        format!("insert into {}{list} values ({})", declared.name, values.join(", "))
    }

    fn upsert(&mut self, table: usize, keys: &[String], has_values: bool) -> String {
        let insert = self.insert(table, keys);
        let declared = &self.schema.tables[table];
        let mut key: Vec<&str> =
            declared.key.iter().map(|column| declared.columns[*column].name.as_str()).collect();
        if !has_values || self.rng.percent(25) {
            let columns =
                if self.rng.percent(50) { String::new() } else { format!("({}) ", key.join(", ")) };
            return format!("{insert} on conflict {columns}do nothing");
        }
        self.rng.shuffle(&mut key);
        let key = key.join(", ");
        let (set, condition) = self.conflict_update(table);
        format!("{insert} on conflict ({key}) do update set {set}{condition}")
    }

    /// The assignments and the ` where …` of a `do update`.
    fn conflict_update(&mut self, table: usize) -> (String, String) {
        let declared = &self.schema.tables[table];
        // Both rows have every column, so that a plain name would be ambiguous.
        self.push_named(table, &declared.name);
        self.push_named(table, "excluded");
        let (set, _) = self.assignments(table);
        let condition = if self.rng.percent(30) {
            format!(" where {}", self.condition(2))
        } else {
            String::new()
        };
        self.rows.truncate(self.rows.len() - 2);
        (set, condition)
    }

    pub fn update(&mut self, table: usize, keys: &[String]) -> (String, Vec<usize>) {
        let from = self.push_row(table);
        let condition = self.statement_condition(keys);
        let (set, columns) = self.assignments(table);
        self.rows.pop();
        (format!("update {from} set {set} where {condition}"), columns)
    }

    /// Assignments to some columns of a table, and these columns.
    fn assignments(&mut self, table: usize) -> (String, Vec<usize>) {
        let declared = &self.schema.tables[table];
        let mut columns: Vec<usize> =
            (0..declared.columns.len()).filter(|c| !declared.key.contains(c)).collect();
        self.rng.shuffle(&mut columns);
        let most = columns.len().min(3);
        columns.truncate(self.rng.between(1, most));
        let mut set = Vec::new();
        for column in &columns {
            let declared = &declared.columns[*column];
            let value = match declared.default.is_some() && self.rng.percent(20) {
                true => "default".to_owned(),
                false => self.value_for(declared.ty, declared.nullable),
            };
            set.push(format!("{} = {value}", declared.name));
        }
        (set.join(", "), columns)
    }

    pub fn delete(&mut self, table: usize, keys: &[String]) -> String {
        let from = self.push_row(table);
        let condition = self.statement_condition(keys);
        self.rows.pop();
        format!("delete from {from} where {condition}")
    }

    /// The `where` of an update or delete. Its row is visible afterwards.
    fn statement_condition(&mut self, keys: &[String]) -> String {
        let row = self.rows.len() - 1;
        let table = &self.schema.tables[self.rows[row].table];
        let mut conjuncts = Vec::new();
        for (key, value) in table.key.iter().zip(keys) {
            conjuncts.push(format!("{} = {value}", self.column_text(row, *key)));
        }
        self.show_row();
        for _ in 0..self.rng.weighted(&[72, 22, 6]) {
            let residual = self.condition(2);
            conjuncts.push(residual);
        }
        self.rng.shuffle(&mut conjuncts);
        conjuncts.join(" and ")
    }

    /// A value for a column of the type.
    fn value_for(&mut self, ty: Type, nullable: bool) -> String {
        if nullable && self.rng.percent(6) {
            return "null".to_owned();
        }
        if self.rng.percent(20) {
            return self.literal(ty);
        }
        let depth = self.depth().min(3);
        match ty {
            Type::Boolean => self.condition(depth),
            Type::Char(n) => self.text(n.into(), depth),
            Type::Date | Type::Time | Type::Timestamp => self.time_of_or_literal(ty, depth),
            _ => {
                if self.rng.percent(45)
                    && let Some(named) = self.name(|other| other == ty)
                {
                    return named.text;
                }
                let number = self.number(depth);
                if number.literal { self.literal(ty) } else { number.text }
            }
        }
    }
}
