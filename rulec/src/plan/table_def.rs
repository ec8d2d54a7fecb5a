// SPDX-License-Identifier: Apache-2.0

//! Hidden tables as definitions of the program: their columns, types and names.

use super::hidden::Hidden;
use super::text::shown;
use crate::hir::{AggregateFn, RuleSet};
use engine::schema::{ColumnDef, ColumnId, ColumnKind, HiddenDef, TableDef, Type};

/// The definition of a hidden table.
pub(super) fn table_def(rules: &RuleSet, hidden: &Hidden) -> TableDef {
    let base = &rules.tables[usize::from(hidden.base.0)];
    let counter = |name: String, kind| ColumnDef { name, ty: Type::Int8, nullable: false, kind };
    let mut columns: Vec<ColumnDef> = hidden
        .group
        .iter()
        .map(|c| &base.columns[usize::from(c.0)])
        .map(|c| ColumnDef {
            name: c.name.clone(),
            ty: c.ty,
            nullable: false,
            kind: ColumnKind::Data,
        })
        .collect();
    columns.push(counter("$rows".into(), ColumnKind::Rows));
    for fold in &hidden.folds {
        let name = format!("${}{}", name_of(fold.function), fold.column.0);
        columns.push(match fold.function {
            AggregateFn::Count => counter(name, ColumnKind::Count),
            AggregateFn::Distinct => ColumnDef {
                name,
                ty: stored_type(fold.argument.ty),
                nullable: false,
                kind: ColumnKind::Distinct,
            },
            AggregateFn::Sum => ColumnDef {
                name,
                ty: sum_of(fold.argument.ty),
                nullable: true,
                kind: ColumnKind::Sum,
            },
            AggregateFn::Min => {
                let ty = stored_type(fold.argument.ty);
                ColumnDef { name, ty, nullable: true, kind: ColumnKind::Min }
            }
            // A hidden table keeps none of the last two.
            AggregateFn::Max | AggregateFn::Any | AggregateFn::Nth { .. } => {
                let ty = stored_type(fold.argument.ty);
                ColumnDef { name, ty, nullable: true, kind: ColumnKind::Max }
            }
        });
    }
    let calls: Vec<String> = std::iter::once("count(*)".to_string())
        .chain(hidden.folds.iter().map(|f| {
            format!("{}({})", name_of(f.function), shown(rules, hidden.base, &f.argument))
        }))
        .collect();
    TableDef {
        name: format!("{}${}", base.name, usize::from(hidden.id.0) - rules.tables.len() + 1),
        columns,
        key: (0..hidden.group.len()).map(|i| ColumnId(i as u16)).collect(),
        rows_max: hidden.rows_max,
        defaults: Vec::new(),
        hidden: Some(HiddenDef {
            base: hidden.base,
            definition: match &hidden.list {
                Some(_) => hidden.definition.clone(),
                None => format!("{} {}", calls.join(", "), hidden.definition),
            },
            list: hidden.list.as_ref().map(|list| engine::scan::List {
                bound: list.bound,
                time: list.time,
                columns: list.columns.clone(),
            }),
        }),
    }
}

fn sum_of(ty: Type) -> Type {
    match ty {
        Type::Decimal { scale, .. } => stored_type(Type::Decimal { precision: u8::MAX, scale }),
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => Type::Int8,
    }
}

/// The type of a column that holds values of this type, all of which fit 64 bits.
fn stored_type(ty: Type) -> Type {
    match ty {
        Type::Decimal { precision, scale } => Type::Decimal {
            precision: precision.min(Type::PRECISION_MAX),
            scale: scale.min(Type::PRECISION_MAX),
        },
        Type::Boolean
        | Type::Int2
        | Type::Int4
        | Type::Int8
        | Type::Char(_)
        | Type::Date
        | Type::Time
        | Type::Timestamp => ty,
    }
}

fn name_of(function: AggregateFn) -> &'static str {
    match function {
        AggregateFn::Count => "count",
        AggregateFn::Sum => "sum",
        AggregateFn::Min => "min",
        AggregateFn::Max => "max",
        AggregateFn::Distinct => "distinct",
        AggregateFn::Any => "any",
        AggregateFn::Nth { .. } => "nth",
    }
}
