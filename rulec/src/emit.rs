// SPDX-License-Identifier: Apache-2.0

//! Emission: from a scheduled rule set to a program of the engine.

use crate::hir::{Column, Job, Rule, RuleSet, Table};
use crate::plan::Plan;
use crate::schedule::Schedule;
use engine::dictionary::DictionaryDef;
use engine::job::JobDef;
use engine::program::Program;
use engine::rule::RuleDef;
use engine::schema::{ColumnDef, MessageDef, TableDef};

/// The program of a rule set. Its list of strings is empty and its dictionary that of the hardware,
/// because the strings of a family are complete only when every member has been lowered.
pub fn emit(rules: &RuleSet, plan: &Plan, schedule: Schedule) -> Program {
    Program {
        tables: rules.tables.iter().map(table_def).chain(plan.table_defs(rules)).collect(),
        messages: rules
            .messages
            .iter()
            .map(|m| MessageDef { name: m.name.clone(), fields: columns(&m.fields) })
            .collect(),
        rules: rules.rules.iter().map(rule_def).collect(),
        strings: Vec::new(),
        dictionary: DictionaryDef::OF_HARDWARE,
        constants: schedule.constants.list,
        transactions: schedule.transactions,
        zone: rules.zone,
        jobs: rules.jobs.iter().map(job_def).collect(),
    }
}

fn job_def(job: &Job) -> JobDef {
    JobDef { name: job.name.clone(), table: job.table, step: job.step, select: job.select }
}

fn rule_def(rule: &Rule) -> RuleDef {
    RuleDef {
        name: rule.name.clone(),
        message: rule.message,
        severity: rule.severity,
        attributes: rule.attributes.clone(),
    }
}

fn table_def(table: &Table) -> TableDef {
    TableDef {
        name: table.name.clone(),
        columns: columns(&table.columns),
        key: table.key.clone(),
        rows_max: table.rows_max,
        defaults: table.defaults.clone(),
        hidden: None,
    }
}

fn columns(columns: &[Column]) -> Vec<ColumnDef> {
    columns.iter().map(ColumnDef::from).collect()
}
