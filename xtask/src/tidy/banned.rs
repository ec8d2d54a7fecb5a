// SPDX-License-Identifier: Apache-2.0

//! The table of banned words. A new word is a new row; `words` has the code.

/// A pattern that prose must not have. Patterns match whole words, in any case.
pub struct Banned {
    /// What is banned, as a regular expression.
    pub pattern: &'static str,
    /// What to say.
    pub instead: &'static str,
    /// Where the pattern is right: an expression that matches it together with what is around it.
    pub except: &'static str,
    /// A sentence in which the pattern is found, for the test.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test reads it"))]
    pub finds: &'static str,
    /// A sentence in which it is not.
    #[cfg_attr(not(test), expect(dead_code, reason = "the test reads it"))]
    pub leaves: &'static str,
}

/// The table.
pub const BANNED: &[Banned] = &[
    Banned {
        pattern: "behind",
        instead: "after, for time and order",
        except: "behind (?:(?:an?|the|its|this|that|each|every|another|one) )?(?:`_+` )?\
            (?:PCIe|interfaces?|traits?|transports?|memory|memories|features?|pointers?|\
            references?|locks?|mutex)",
        finds: "The frame behind a reset is good.",
        leaves: "A card behind PCIe, driven behind the `Transport` trait.",
    },
    Banned {
        pattern: "stands?|standing|stood",
        instead: "is, is in, or is defined in",
        except: "stands? for|stands? alone|stand-alone|stand-by|long-standing",
        finds: "The argument stands in the comment.",
        leaves: "DOE stands for database offload engine.",
    },
    Banned {
        pattern: "somebody|whoever|nobody",
        instead: "who it is: the caller, the member, the reader",
        except: "",
        finds: "Nobody reads the pipe.",
        leaves: "No process reads the pipe; anyone can.",
    },
    Banned {
        pattern: "given up",
        instead: "retired, released or abandoned",
        except: "",
        finds: "A card that was given up answers no more.",
        leaves: "A retired card answers no more, given updates.",
    },
    Banned {
        pattern: r"what [^.;:]{1,60} (?:is|are|was|were) worth",
        instead: "the thing itself, or how far it can be trusted",
        except: "",
        finds: "It shows what these proofs are worth.",
        leaves: "What a share is priced at. It is worth a test.",
    },
    Banned {
        pattern: "what (?:is|was)(?: not)? there",
        instead: "the thing itself",
        except: "",
        finds: "The page says what is there and what is not.",
        leaves: "The page lists the parts that exist.",
    },
    Banned {
        pattern: "all the same",
        instead: "still, also; or leave it out",
        except: "(?:is|are|was|were|be|have|has) all the same|\
            all the same (?:size|width|length|type|kind|value|result)",
        finds: "The frame is answered all the same.",
        leaves: "The words have all the same width.",
    },
    Banned {
        pattern: "likewise",
        instead: "also; or leave it out",
        except: "",
        finds: "Rows are likewise counted.",
        leaves: "Rows are also counted.",
    },
    Banned {
        pattern: "the source(?:'s)?",
        instead: "the paper",
        except: "the source (?:files?|code|texts?|trees?|folder|lines?|of|crate|columns?|rows?|\
            span|map)",
        finds: "The source's Figure 9 shows the same.",
        leaves: "The source text has spans; the source of a formula is named.",
    },
    Banned {
        pattern: "look-ups?",
        instead: "lookup for the noun, look up for the verb",
        except: "",
        finds: "A look-up takes four cycles.",
        leaves: "A lookup takes four cycles; units look up keys.",
    },
    Banned {
        pattern: "said of|says of|hears? of",
        instead: "what is stated, and where",
        except: "",
        finds: "The same can be said of groups.",
        leaves: "This is also true for groups.",
    },
    Banned {
        pattern: "anew",
        instead: "again",
        except: "",
        finds: "The files are written anew.",
        leaves: "The files are written again for a new build.",
    },
    Banned {
        pattern: "of (?:one's|its|their|his|her|your|our) own",
        instead: "its own X, or a separate X",
        except: "",
        finds: "Each table has a port of its own.",
        leaves: "Each table has its own port.",
    },
    Banned {
        pattern: "at hand",
        instead: "available, or present",
        except: "",
        finds: "It runs where the file is at hand.",
        leaves: "It runs where the file is available.",
    },
    Banned {
        pattern: "in (?:its|their|his|her) turn",
        instead: "then; or leave it out",
        except: "",
        finds: "Each unit in its turn takes a word.",
        leaves: "The units take words one by one.",
    },
    Banned {
        pattern: "to and fro",
        instead: "in both directions",
        except: "",
        finds: "Frames go to and fro.",
        leaves: "Frames go in both directions.",
    },
    Banned {
        pattern: "may not",
        instead: "must not, or might not",
        except: "",
        finds: "A message may not be longer.",
        leaves: "A message must not be longer, and may be shorter.",
    },
];
