// SPDX-License-Identifier: Apache-2.0

//! Checks rules, strings and constants.

use super::error::{Place, Problem, ProgramError};
use super::names;
use crate::dictionary::DictionaryDef;
use crate::machine::{CODES_MAX, CONSTANTS_MAX, RULES_MAX, STRINGS_MAX};
use crate::program::Program;
use crate::schema::Type;
use crate::value::Tag;
use std::collections::BTreeSet;

/// Bytes of the longest attribute of a rule.
pub const ATTRIBUTE_BYTES_MAX: usize = 1024;

pub(super) fn rules(program: &Program) -> Result<(), ProgramError> {
    Place::Program.at_most("rules", program.rules.len(), RULES_MAX)?;
    let names = program.rules.iter().map(|r| r.name.as_str());
    names::unique(names, Place::Rule)?;
    for (index, rule) in program.rules.iter().enumerate() {
        let place = Place::Rule(index);
        names::name(place, &rule.name, false)?;
        let exists = usize::from(rule.message.0) < program.messages.len();
        place.ensure(exists, || Problem::NoMessage(rule.message.0))?;
        for (name, text) in rule.attributes.named() {
            let text = text.unwrap_or("");
            let fits = text.len() <= ATTRIBUTE_BYTES_MAX && !text.contains(char::is_control);
            place.ensure(fits, || Problem::Attribute(name))?;
        }
    }
    Ok(())
}

pub(super) fn strings(program: &Program) -> Result<(), ProgramError> {
    let limit = STRINGS_MAX as usize;
    Place::Program.at_most("strings", program.strings.len(), limit)?;
    let DictionaryDef { texts_max, .. } = program.dictionary;
    Place::Program.at_most("texts in the dictionary", texts_max as usize, CODES_MAX as usize)?;
    Place::Program.at_most("strings", program.strings.len(), texts_max as usize)?;
    let mut seen = BTreeSet::new();
    for (index, string) in program.strings.iter().enumerate() {
        let place = Place::String(index);
        place.ensure(is_text(string), || Problem::Text(string.clone()))?;
        let fresh = seen.insert(string);
        place.ensure(fresh, || Problem::TextTwice(string.clone()))?;
    }
    Ok(())
}

/// Whether the dictionary can hold a string.
pub(super) fn is_text(string: &str) -> bool {
    string.len() <= usize::from(Type::CHAR_LEN_MAX)
        && string.bytes().all(|b| matches!(b, b' '..=b'~'))
        && !string.ends_with(' ')
}

pub(super) fn constants(program: &Program) -> Result<(), ProgramError> {
    Place::Program.at_most("constants", program.constants.len(), CONSTANTS_MAX)?;
    for (index, constant) in program.constants.iter().enumerate() {
        let normalised = constant.tag == Tag::Value || constant.bits == 0;
        Place::Constant(index).ensure(normalised, || Problem::NotNormalised)?;
    }
    Ok(())
}
