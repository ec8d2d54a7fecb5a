// SPDX-License-Identifier: Apache-2.0

//! The constructs that a case can use.

macro_rules! constructs {
    ($($(#[doc = $doc:literal])+ $name:ident = $served:literal;)*) => {
        /// A construct of the rule language that the generator can write.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Construct { $($(#[doc = $doc])+ $name,)* }

        impl Construct {
            /// Every construct.
            pub const ALL: &[Construct] = &[$(Construct::$name),*];

            /// Whether the compiler serves it.
            pub fn is_served(self) -> bool {
                match self { $(Construct::$name => $served,)* }
            }

            /// Its name, for the counts.
            pub fn name(self) -> &'static str {
                match self { $(Construct::$name => stringify!($name),)* }
            }
        }
    };
}

constructs! {
    /// Integer arithmetic: `+ - * / %` and unary minus.
    IntegerArithmetic = true;
    /// Results of integer arithmetic outside the type of the operands.
    WideIntegers = true;
    /// Arithmetic with a decimal operand: `+ - * %`.
    DecimalArithmetic = true;
    /// `/` with a decimal operand.
    DecimalDivision = true;
    /// Comparisons and `between`.
    Comparison = true;
    /// `and`, `or`, `not`.
    Logic = true;
    /// `is [not] null`.
    IsNull = true;
    /// `in (…)` with a list.
    InList = true;
    /// `case` with conditions, and with a value.
    Case = true;
    /// `coalesce`.
    Coalesce = true;
    /// `abs`.
    Abs = true;
    /// `sign`.
    Sign = true;
    /// `greatest` and `least`.
    Greatest = true;
    /// `nullif`.
    Nullif = true;
    /// `round`, `trunc`, `ceil` and `floor`.
    Rounding = true;
    /// `mod`.
    Mod = true;
    /// `cast(x as t)` and `x::t`.
    Cast = true;
    /// `is [not] distinct from`.
    Distinct = true;
    /// `is [not] true`, `false` and `unknown`.
    IsTruth = true;
    /// `like` with a prefix.
    Like = true;
    /// `in (select …)`.
    InSelect = true;
    /// A scalar subquery by key.
    Lookup = true;
    /// `exists`.
    Exists = true;
    /// `sum`, `count`, `min`, `max`.
    Aggregate = true;
    /// `avg`.
    Average = true;
    /// `count(distinct x)`.
    CountDistinct = true;
    /// `filter (where …)`.
    Filter = true;
    /// An aggregate, or `exists`, over rows that are compared with the message: a scan.
    Scan = true;
    /// An aggregate over the rows of a group after a time of the message: a window.
    Window = true;
    /// A join by key inside a subquery.
    Join = true;
    /// A column of an outer scope that the innermost scope hides.
    InnermostScope = true;
    /// `create parameter`.
    Parameter = true;
    /// `create function`.
    Function = true;
    /// A rule, with and without a guard.
    Rule = true;
    /// The default of a column, where an `insert` leaves the column out or the word says so.
    Default = true;
    /// `insert`.
    Insert = true;
    /// `update` by key.
    Update = true;
    /// `delete` by key.
    Delete = true;
    /// `insert … on conflict`.
    Upsert = true;
    /// `update … from`.
    UpdateFrom = true;
    /// `delete … using`.
    DeleteUsing = true;
    /// Several statements in one message.
    Statements = true;
    /// `on` blocks with a guard.
    Guard = true;
}

/// A set of constructs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Constructs(u64);

impl Constructs {
    /// Every construct.
    pub fn all() -> Constructs {
        Construct::ALL.iter().copied().collect()
    }

    /// The constructs that the compiler serves.
    pub fn served() -> Constructs {
        Construct::ALL.iter().copied().filter(|construct| construct.is_served()).collect()
    }

    /// Adds a construct.
    pub fn add(&mut self, construct: Construct) {
        self.0 |= 1 << construct as u64;
    }

    /// Whether a construct is among them.
    pub fn has(self, construct: Construct) -> bool {
        self.0 & 1 << construct as u64 != 0
    }

    /// Whether one of the constructs is among them.
    pub fn has_any(self, constructs: &[Construct]) -> bool {
        constructs.iter().any(|construct| self.has(*construct))
    }
}

impl FromIterator<Construct> for Constructs {
    fn from_iter<I: IntoIterator<Item = Construct>>(constructs: I) -> Constructs {
        let mut set = Constructs::default();
        constructs.into_iter().for_each(|construct| set.add(construct));
        set
    }
}

const _: () = assert!(Construct::ALL.len() <= 64, "a set of constructs has 64 bits");
