// SPDX-License-Identifier: Apache-2.0

//! The functions that SQLite calls: exact arithmetic in 64 bits, which is an error where the result
//! does not fit, and the sum and average of a group. An argument that is NULL makes NULL.

use crate::compare::DAY;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Error, Result};

/// The digits after the point of an average and a quotient, if the operands have no more.
pub const QUOTIENT_SCALE: u8 = 6;

const FLAGS: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

fn failed(why: &str) -> Error {
    Error::UserFunctionError(why.to_owned().into())
}

fn fitting(value: i128) -> Result<i64> {
    i64::try_from(value).map_err(|_| failed("overflow: a number does not fit 64 bits"))
}

/// `10^digits`, or an error where a product with it cannot be exact.
fn power(digits: i128) -> Result<i128> {
    let digits = u32::try_from(digits).ok().filter(|digits| *digits <= 38);
    digits.map(|digits| 10_i128.pow(digits)).ok_or_else(|| failed("overflow: too many digits"))
}

/// Rounds half away from zero.
fn divided(value: i128, by: i128) -> i128 {
    let (quotient, rest) = (value / by, value % by);
    let away = if (value < 0) == (by < 0) { 1 } else { -1 };
    if rest.unsigned_abs() * 2 >= by.unsigned_abs() { quotient + away } else { quotient }
}

fn nonzero(value: i128) -> Result<i128> {
    if value == 0 { Err(failed("division by zero")) } else { Ok(value) }
}

/// Registers a function of `N` integers.
fn integers<const N: usize>(
    connection: &Connection,
    name: &str,
    function: impl Fn([i128; N]) -> Result<i128> + Send + 'static,
) -> Result<()> {
    connection.create_scalar_function(name, N as i32, FLAGS, move |context: &mut Context<'_>| {
        let mut values = [0; N];
        for (index, value) in values.iter_mut().enumerate() {
            match context.get_raw(index) {
                ValueRef::Null => return Ok(None),
                ValueRef::Integer(number) => *value = number.into(),
                _ => return Err(failed("an integer is expected")),
            }
        }
        fitting(function(values)?).map(Some)
    })
}

/// Registers all functions.
pub fn register(connection: &Connection) -> Result<()> {
    integers(connection, "q_add", |[a, b]| Ok(a + b))?;
    integers(connection, "q_sub", |[a, b]| Ok(a - b))?;
    integers(connection, "q_mul", |[a, b]| Ok(a * b))?;
    integers(connection, "q_div", |[a, b]| Ok(a / nonzero(b)?))?;
    integers(connection, "q_rem", |[a, b]| Ok(a % nonzero(b)?))?;
    integers(connection, "q_abs", |[a]| Ok(a.abs()))?;
    integers(connection, "q_floor_div", |[a, b]| Ok(a.div_euclid(nonzero(b)?)))?;
    integers(connection, "q_floor_rem", |[a, b]| Ok(a.rem_euclid(nonzero(b)?)))?;
    // A number with `digits` more after the point.
    integers(connection, "q_scale", |[a, digits]| product(a, power(digits)?))?;
    // A number with `digits` fewer: rounded, cut, and to the next one below.
    integers(connection, "q_round", |[a, digits]| Ok(divided(a, power(digits)?)))?;
    integers(connection, "q_trunc", |[a, digits]| Ok(a / power(digits)?))?;
    integers(connection, "q_floor", |[a, digits]| Ok(a.div_euclid(power(digits)?)))?;
    // A quotient, where the dividend gets `digits` more first.
    integers(connection, "q_quotient", |[a, b, digits]| {
        Ok(divided(product(a, power(digits)?)?, nonzero(b)?))
    })?;
    // The order of two numbers with `a_scale` and `b_scale` digits after the point.
    integers(connection, "q_compare", |[a, a_scale, b, b_scale]| {
        let scale = a_scale.max(b_scale);
        let (a, b) = (product(a, power(scale - a_scale)?)?, product(b, power(scale - b_scale)?)?);
        Ok(a.cmp(&b) as i128)
    })?;
    // The order of the start of a day, so many nanoseconds east of UTC, and a TIMESTAMP.
    integers(connection, "q_compare_midnight", |[day, offset, ts]| {
        Ok((day * i128::from(DAY) - offset).cmp(&ts) as i128)
    })?;
    integers(connection, "q_in_range", |[a, low, high]| {
        if (low..=high).contains(&a) { Ok(a) } else { Err(failed("out of range: a cast")) }
    })?;
    connection.create_scalar_function("q_pad", 2, FLAGS, |context: &mut Context<'_>| {
        let (text, length): (Option<String>, i64) = (context.get(0)?, context.get(1)?);
        Ok(text.map(|text| format!("{text:<0$}", length as usize)))
    })?;
    connection.create_aggregate_function("q_only", 1, FLAGS, Only)?;
    connection.create_aggregate_function("q_sum", 1, FLAGS, Sum)?;
    connection.create_aggregate_function("q_average", 2, FLAGS, Average)
}

fn product(a: i128, b: i128) -> Result<i128> {
    a.checked_mul(b).ok_or_else(|| failed("overflow: too many digits"))
}

/// The value of the only row, and NULL without one.
struct Only;

impl Aggregate<Option<Value>, Value> for Only {
    fn init(&self, _: &mut Context<'_>) -> Result<Option<Value>> {
        Ok(None)
    }

    fn step(&self, context: &mut Context<'_>, found: &mut Option<Value>) -> Result<()> {
        match found.replace(context.get_raw(0).try_into()?) {
            None => Ok(()),
            Some(_) => Err(failed("a query for one value found several rows")),
        }
    }

    fn finalize(&self, _: &mut Context<'_>, found: Option<Option<Value>>) -> Result<Value> {
        Ok(found.flatten().unwrap_or(Value::Null))
    }
}

/// The exact sum of the values that are not NULL.
struct Sum;

impl Aggregate<(u64, i128), Option<i64>> for Sum {
    fn init(&self, _: &mut Context<'_>) -> Result<(u64, i128)> {
        Ok((0, 0))
    }

    fn step(&self, context: &mut Context<'_>, (count, sum): &mut (u64, i128)) -> Result<()> {
        if let Some(value) = context.get::<Option<i64>>(0)? {
            *count += 1;
            *sum += i128::from(value);
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, sum: Option<(u64, i128)>) -> Result<Option<i64>> {
        sum.filter(|(count, _)| *count > 0).map(|(_, sum)| fitting(sum)).transpose()
    }
}

/// The average, with so many digits more after the point as the second argument says.
struct Average;

impl Aggregate<(u64, i128, i64), Option<i64>> for Average {
    fn init(&self, _: &mut Context<'_>) -> Result<(u64, i128, i64)> {
        Ok((0, 0, 0))
    }

    fn step(&self, context: &mut Context<'_>, state: &mut (u64, i128, i64)) -> Result<()> {
        let (count, sum, digits) = state;
        if let Some(value) = context.get::<Option<i64>>(0)? {
            *count += 1;
            *sum += i128::from(value);
        }
        *digits = context.get(1)?;
        Ok(())
    }

    fn finalize(
        &self,
        _: &mut Context<'_>,
        state: Option<(u64, i128, i64)>,
    ) -> Result<Option<i64>> {
        let Some((count, sum, digits)) = state.filter(|(count, ..)| *count > 0) else {
            return Ok(None);
        };
        let sum = product(sum, power(digits.into())?)?;
        fitting(divided(sum, count.into())).map(Some)
    }
}
