// SPDX-License-Identifier: Apache-2.0

//! Decodes an image into a program.

use super::error::ImageError;
use super::format::{
    HEADER_BYTES, Header, IMAGE_BYTES_MAX, MAGIC, SECTION_TAGS, VERSION, checksum, fingerprint,
};
use super::reader::Reader;
use crate::calendar::Zone;
use crate::dictionary::DictionaryDef;
use crate::isa::{Instruction, Operand, Word};
use crate::machine::{
    COLUMNS_MAX, CONSTANTS_MAX, ENTRIES_MAX, FIELDS_MAX, INSTRUCTIONS_MAX, KEY_COLUMNS_MAX,
    MESSAGES_MAX, RULES_MAX, SCAN_ACCUMULATORS_MAX, SCAN_CAPTURES_MAX, SCAN_STEPS_MAX, STRINGS_MAX,
    TABLES_MAX,
};
use crate::program::{Entry, Program, Transaction};
use crate::rule::{Attributes, RuleDef, Severity};
use crate::scan::{Accumulator, Changes, Function, List, Scan, Since};
use crate::schema::{
    ColumnDef, ColumnId, ColumnKind, DefaultValue, HiddenDef, JobDef, MessageDef, MessageId,
    RuleId, TableDef, TableId, Type,
};
use crate::validate::{ATTRIBUTE_BYTES_MAX, DEFINITION_BYTES_MAX, HIDDEN_NAME_BYTES_MAX, validate};
use crate::value::{Tag, Value};
use crate::verdict::Reason;

type Read<T> = Result<T, ImageError>;

/// The program of an image, validated.
///
/// # Errors
/// [`ImageError`] names the place and a remedy. No input panics.
///
/// # Examples
///
/// ```
/// use engine::image::{ImageError, decode, encode};
///
/// let rules = "create message cancel (order_id int8 not null);";
/// let program = rulec::compile(rules).0.expect("the rules compile");
/// let image = encode(&program);
/// assert_eq!(decode(&image), Ok(program));
/// assert_eq!(decode(b"not an image"), Err(ImageError::Magic));
/// ```
pub fn decode(image: &[u8]) -> Result<Program, ImageError> {
    header(image)?;
    let mut body = Reader::new(&image[HEADER_BYTES..], HEADER_BYTES);
    let [strs, cnst, tabl, mesg, rule, tran, zone_tag, dict, jobs_tag] = SECTION_TAGS;
    let program = Program {
        strings: section(&mut body, strs, strings)?,
        constants: section(&mut body, cnst, constants)?,
        tables: section(&mut body, tabl, tables)?,
        messages: section(&mut body, mesg, messages)?,
        rules: section(&mut body, rule, rules)?,
        transactions: section(&mut body, tran, transactions)?,
        zone: section(&mut body, zone_tag, zone)?,
        dictionary: section(&mut body, dict, dictionary)?,
        jobs: section(&mut body, jobs_tag, jobs)?,
    };
    body.finish("image")?;
    validate(&program)?;
    Ok(program)
}

fn header(image: &[u8]) -> Read<()> {
    if image.len() > IMAGE_BYTES_MAX {
        return Err(ImageError::TooLong { found: image.len(), limit: IMAGE_BYTES_MAX });
    }
    if !image.starts_with(&MAGIC) {
        return Err(ImageError::Magic);
    }
    let bytes: [u8; HEADER_BYTES] = Reader::new(image, 0).array("header")?;
    let header: Header = bytemuck::pod_read_unaligned(&bytes);
    let header = header.swapped();
    if header.version != VERSION {
        return Err(ImageError::Version { found: header.version, expected: VERSION });
    }
    if header.fingerprint != fingerprint() {
        return Err(ImageError::Machine { found: header.fingerprint, expected: fingerprint() });
    }
    if header.bytes != image.len() as u64 {
        return Err(ImageError::Length { stated: header.bytes, found: image.len() as u64 });
    }
    if header.checksum != checksum(image) {
        return Err(ImageError::Checksum { stated: header.checksum, found: checksum(image) });
    }
    if header.zero != 0 {
        return Err(ImageError::Field { offset: HEADER_BYTES - 4, field: "zero" });
    }
    Ok(())
}

fn section<T>(
    body: &mut Reader<'_>,
    tag: [u8; 4],
    contents: impl FnOnce(&mut Reader<'_>) -> Read<T>,
) -> Read<T> {
    let offset = body.offset();
    if body.array("section tag")? != tag {
        return Err(ImageError::Field { offset, field: "section tag" });
    }
    let length = body.word("section length")?;
    let start = body.offset();
    let mut section = Reader::new(body.take(length as usize, "section")?, start);
    let read = contents(&mut section)?;
    section.finish("section")?;
    Ok(read)
}

fn zone(r: &mut Reader<'_>) -> Read<Zone> {
    let (offset, field) = (r.offset(), "time zone");
    let hours = r.byte(field)? as i8;
    Zone::new(hours.into()).ok_or(ImageError::Field { offset, field })
}

fn dictionary(r: &mut Reader<'_>) -> Read<DictionaryDef> {
    Ok(DictionaryDef {
        texts_max: r.word("texts of the dictionary")?,
        reuses_codes: r.flag("reuse of codes")?,
    })
}

fn jobs(r: &mut Reader<'_>) -> Read<Vec<JobDef>> {
    // The shortest job is a name, a table, a message and a flag.
    r.list("jobs", MESSAGES_MAX, 9, |r| {
        Ok(JobDef {
            name: r.text("job name", HIDDEN_NAME_BYTES_MAX)?,
            table: TableId(r.half("job table")?),
            step: MessageId(r.half("step")?),
            select: match r.flag("has selection")? {
                true => Some(MessageId(r.half("selection")?)),
                false => None,
            },
        })
    })
}

fn strings(r: &mut Reader<'_>) -> Read<Vec<String>> {
    r.list("strings", STRINGS_MAX as usize, 4, |r| r.text("string", Type::CHAR_LEN_MAX.into()))
}

fn constants(r: &mut Reader<'_>) -> Read<Vec<Value>> {
    r.list("constants", CONSTANTS_MAX, 9, |r| {
        let offset = r.offset();
        let tag = match r.byte("constant tag")? {
            0 => Tag::Value,
            1 => Tag::Null,
            2 => Tag::Overflow,
            3 => Tag::DivisionByZero,
            _ => {
                let field = "constant tag";
                return Err(ImageError::Field { offset, field });
            }
        };
        let bits = i64::from_le_bytes(r.array("constant bits")?);
        Ok(Value { bits, tag })
    })
}

fn tables(r: &mut Reader<'_>) -> Read<Vec<TableDef>> {
    // The shortest table is a name, rows, three counts and a flag.
    r.list("tables", TABLES_MAX, 21, |r| {
        Ok(TableDef {
            name: r.text("table name", HIDDEN_NAME_BYTES_MAX)?,
            rows_max: r.word("rows")?,
            columns: columns(r, "columns", COLUMNS_MAX)?,
            key: r
                .list("key columns", KEY_COLUMNS_MAX, 2, |r| r.half("key column").map(ColumnId))?,
            defaults: r.list("defaults", COLUMNS_MAX, 7, default)?,
            hidden: if r.flag("hidden")? {
                Some(HiddenDef {
                    base: TableId(r.half("base table")?),
                    definition: r.text("definition", DEFINITION_BYTES_MAX)?,
                    list: if r.flag("list")? { Some(list(r)?) } else { None },
                })
            } else {
                None
            },
        })
    })
}

fn default(r: &mut Reader<'_>) -> Read<(ColumnId, DefaultValue)> {
    let column = ColumnId(r.half("column of a default")?);
    let (offset, field) = (r.offset(), "default");
    let value = match r.byte(field)? {
        0 => DefaultValue::Number(i64::from_le_bytes(r.array(field)?)),
        1 => DefaultValue::Text(r.text(field, Type::CHAR_LEN_MAX.into())?),
        _ => return Err(ImageError::Field { offset, field }),
    };
    Ok((column, value))
}

fn messages(r: &mut Reader<'_>) -> Read<Vec<MessageDef>> {
    r.list("messages", MESSAGES_MAX, 8, |r| {
        Ok(MessageDef {
            name: r.text("message name", HIDDEN_NAME_BYTES_MAX)?,
            fields: columns(r, "fields", FIELDS_MAX)?,
        })
    })
}

fn columns(r: &mut Reader<'_>, field: &'static str, limit: usize) -> Read<Vec<ColumnDef>> {
    r.list(field, limit, 9, |r| {
        Ok(ColumnDef {
            name: r.text("column name", HIDDEN_NAME_BYTES_MAX)?,
            ty: ty(r)?,
            nullable: r.flag("nullable")?,
            kind: kind(r)?,
        })
    })
}

fn ty(r: &mut Reader<'_>) -> Read<Type> {
    let (offset, field) = (r.offset(), "type");
    Ok(match r.array(field)? {
        [0, 0, 0] => Type::Boolean,
        [1, 0, 0] => Type::Int2,
        [2, 0, 0] => Type::Int4,
        [3, 0, 0] => Type::Int8,
        [4, precision, scale] => Type::Decimal { precision, scale },
        [5, n, 0] => Type::Char(n),
        [6, 0, 0] => Type::Timestamp,
        [7, 0, 0] => Type::Date,
        [8, 0, 0] => Type::Time,
        _ => return Err(ImageError::Field { offset, field }),
    })
}

fn kind(r: &mut Reader<'_>) -> Read<ColumnKind> {
    let (offset, field) = (r.offset(), "column kind");
    Ok(match r.byte(field)? {
        0 => ColumnKind::Data,
        1 => ColumnKind::Rows,
        2 => ColumnKind::Count,
        3 => ColumnKind::Sum,
        4 => ColumnKind::Min,
        5 => ColumnKind::Max,
        6 => ColumnKind::Distinct,
        _ => return Err(ImageError::Field { offset, field }),
    })
}

fn rules(r: &mut Reader<'_>) -> Read<Vec<RuleDef>> {
    r.list("rules", RULES_MAX, 11, |r| {
        Ok(RuleDef {
            name: r.text("rule name", HIDDEN_NAME_BYTES_MAX)?,
            message: MessageId(r.half("message of a rule")?),
            severity: severity(r)?,
            attributes: Attributes {
                id: attribute(r, "id of a rule")?,
                text: attribute(r, "text of a rule")?,
                text_en: attribute(r, "English text of a rule")?,
                source: attribute(r, "source of a rule")?,
            },
        })
    })
}

fn severity(r: &mut Reader<'_>) -> Read<Severity> {
    let (offset, field) = (r.offset(), "severity");
    Severity::from_code(r.byte(field)?).ok_or(ImageError::Field { offset, field })
}

fn attribute(r: &mut Reader<'_>, field: &'static str) -> Read<Option<String>> {
    if r.flag(field)? { r.text(field, ATTRIBUTE_BYTES_MAX).map(Some) } else { Ok(None) }
}

fn transactions(r: &mut Reader<'_>) -> Read<Vec<Transaction>> {
    r.list("transactions", MESSAGES_MAX + TABLES_MAX, 16, |r| {
        let verdict_cycles = r.half("verdict cycles")?;
        let commit_cycles = r.half("commit cycles")?;
        let entries = r.list("entries", ENTRIES_MAX, 3, entry)?;
        let effects = r.list("entries of effects", ENTRIES_MAX, 3, entry)?;
        let bytes_each = size_of::<Word>();
        let instructions = r.list("instructions", INSTRUCTIONS_MAX, bytes_each, instruction)?;
        let scans = r.list("scans", INSTRUCTIONS_MAX, 21, scan)?;
        Ok(Transaction { instructions, entries, effects, scans, verdict_cycles, commit_cycles })
    })
}

fn entry(r: &mut Reader<'_>) -> Read<Entry> {
    let (offset, field) = (r.offset(), "entry");
    let kind = r.byte(field)?;
    let number = r.half(field)?;
    let reason = |code: u16| u8::try_from(code).ok().and_then(Reason::from_code);
    let entry = match kind {
        0 => Some(Entry::Rule(RuleId(number))),
        1 => reason(number).map(Entry::Check),
        2 => reason(r.byte(field)?.into()).map(|reason| Entry::RuleCheck(RuleId(number), reason)),
        _ => None,
    };
    entry.ok_or(ImageError::Field { offset, field })
}

fn list(r: &mut Reader<'_>) -> Read<List> {
    let column = |r: &mut Reader<'_>| r.half("column of a list").map(ColumnId);
    Ok(List {
        bound: r.word("bound of a list")?,
        time: if r.flag("time of a list")? { Some(column(r)?) } else { None },
        columns: r.list("columns of a list", COLUMNS_MAX, 2, column)?,
    })
}

fn scan(r: &mut Reader<'_>) -> Read<Scan> {
    Ok(Scan {
        list: TableId(r.half("list of a scan")?),
        captures: r.list("captures", SCAN_CAPTURES_MAX, 2, operand)?,
        steps: r.list("steps", SCAN_STEPS_MAX, size_of::<Word>(), instruction)?,
        filter: optional(r)?,
        since: if r.flag("since")? {
            Some(Since { time: operand(r)?, inclusive: r.flag("inclusive")? })
        } else {
            None
        },
        accumulators: r.list("accumulators", SCAN_ACCUMULATORS_MAX, 7, |r| {
            let (offset, field) = (r.offset(), "function of an accumulator");
            let function = Function::from_code(r.byte(field)?);
            Ok(Accumulator {
                function: function.ok_or(ImageError::Field { offset, field })?,
                when: optional(r)?,
                argument: optional(r)?,
                order: optional(r)?,
            })
        })?,
        changes: changes(r)?,
    })
}

fn changes(r: &mut Reader<'_>) -> Read<Option<Changes>> {
    let (offset, field) = (r.offset(), "changes of a scan");
    Ok(match r.byte(field)? {
        0 => None,
        1 => Some(Changes::Write(r.list(field, COLUMNS_MAX, 4, |r| {
            Ok((ColumnId(r.half("changed column")?), operand(r)?))
        })?)),
        2 => Some(Changes::Delete),
        _ => return Err(ImageError::Field { offset, field }),
    })
}

fn operand(r: &mut Reader<'_>) -> Read<Operand> {
    let (offset, field) = (r.offset(), "operand of a scan");
    Operand::decode(r.half(field)?).ok_or(ImageError::Field { offset, field })
}

fn optional(r: &mut Reader<'_>) -> Read<Option<Operand>> {
    operand(r).map(|operand| operand.is_some().then_some(operand))
}

fn instruction(r: &mut Reader<'_>) -> Read<Instruction> {
    let offset = r.offset();
    let bytes: [u8; size_of::<Word>()] = r.array("instruction")?;
    let word: Word = bytemuck::pod_read_unaligned(&bytes);
    Instruction::decode(Word(word.0.map(u16::from_le)))
        .map_err(|field| ImageError::Field { offset, field })
}
