//! Changes of a file that keep most of its structure.

use bolero::TypeGenerator;

/// Pieces that mean something in a format, or are at a limit.
const PIECES: [&[u8]; 64] = [
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"|",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\\",
    b"\xFF",
    b"\xEF\xBB\xBF",
    b"\xC3",
    b"\xE2\x80\xAE",
    b"\xF0\x9F\x92\xA7",
    b" ",
    b"<",
    b">",
    b"&",
    b"/",
    b"=",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"-->",
    b"<?xml encoding=\"utf-7\"?>",
    b"&#x110000;",
    b"&#0;",
    b"&amp;",
    b"&lt",
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b"null",
    b"true",
    b"\\ud800",
    b"1e999",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"NaN",
    b"4294967296",
    b"65536",
    b"A1:XFD1048576",
    b"2012-02-30",
    b"31.12.9999",
    b"0000-00-00",
    b"01/02/2003",
    b"1,000.50",
    b"EUR",
    b"%",
    b"Kenya",
    b"sep=",
    b"#adm1+code",
    b"Title: ",
    b"- ",
    b"2012 - ",
    b" number-columns-repeated=\"99999\"",
    b" table:number-rows-repeated=\"1048576\" ",
    b"_x000D_",
    b"\xC2\xAD",
];

/// Positions are shares of the length, from 0 to 65,535.
#[derive(Clone, Debug, TypeGenerator)]
pub(crate) enum Change {
    Remove {
        at: u16,
        length: u8,
    },
    RemoveMuch {
        at: u16,
        to: u16,
    },
    Insert {
        at: u16,
        piece: u8,
    },
    InsertBytes {
        at: u16,
        bytes: [u8; 4],
    },
    Overwrite {
        at: u16,
        byte: u8,
    },
    /// Writes a part of the file again somewhere else.
    Copy {
        from: u16,
        length: u8,
        to: u16,
    },
    /// Writes a part of the file many times.
    Repeat {
        at: u16,
        length: u8,
        times: u8,
    },
    CutOff {
        at: u16,
    },
}

impl Change {
    /// A number that depends on the change.
    pub(crate) fn number(&self) -> u16 {
        match self {
            Self::Remove { at, .. }
            | Self::RemoveMuch { at, .. }
            | Self::Insert { at, .. }
            | Self::InsertBytes { at, .. }
            | Self::Overwrite { at, .. }
            | Self::Repeat { at, .. }
            | Self::CutOff { at }
            | Self::Copy { from: at, .. } => *at,
        }
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        let all = bytes.len();
        let position = |at: u16| usize::from(at) * all / 65_536;
        let range = |at: u16, length: u8| {
            let start = position(at);
            start..(start + usize::from(length)).min(all)
        };
        match *self {
            Self::Remove { at, length } => drop(bytes.drain(range(at, length))),
            Self::RemoveMuch { at, to } => {
                let (start, end) = (position(at.min(to)), position(at.max(to)));
                // Most often a little, so that something is left.
                let end = if at % 4 == 0 {
                    end
                } else {
                    start + (end - start) / 16
                };
                drop(bytes.drain(start..end));
            }
            Self::Insert { at, piece } => {
                let piece = PIECES[usize::from(piece) % PIECES.len()];
                bytes.splice(position(at)..position(at), piece.iter().copied());
            }
            Self::InsertBytes { at, bytes: new } => {
                bytes.splice(position(at)..position(at), new);
            }
            Self::Overwrite { at, byte } => {
                if let Some(it) = bytes.get_mut(position(at)) {
                    *it = byte;
                }
            }
            Self::Copy { from, length, to } => {
                let part = bytes[range(from, length)].to_vec();
                bytes.splice(position(to)..position(to), part);
            }
            Self::Repeat { at, length, times } => {
                let part = bytes[range(at, length)].repeat(usize::from(times) + 1);
                bytes.splice(position(at)..position(at), part);
            }
            // Seldom near the beginning.
            Self::CutOff { at } => bytes.truncate(all - position(at) / 8),
        }
    }
}

/// The most changes of one file: with more, little of it is left.
const MAX_CHANGES: usize = 12;

pub(crate) fn changed(bytes: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    for change in changes.iter().take(MAX_CHANGES) {
        change.apply(&mut changed);
    }
    changed
}
