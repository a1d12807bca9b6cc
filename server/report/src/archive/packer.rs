//! Packs files into a ZIP file piece by piece, so that no more than one file is held at a time.

use std::io::{Seek, SeekFrom, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::local_time::local_time;
use service::RenderError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The end of a file that is being written: what came before has been taken away. A ZIP writer goes back to the head of
/// the entry that it is at, and no further.
#[derive(Debug, Default)]
struct Tail {
    /// So many bytes have been taken away.
    taken: u64,
    bytes: Vec<u8>,
    /// Where the next byte goes, from the beginning of the file.
    at: u64,
}

#[derive(Clone, Debug, Default)]
struct Shared(Arc<Mutex<Tail>>);

impl Shared {
    fn tail(&self) -> MutexGuard<'_, Tail> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// So many bytes have been written.
    fn length(&self) -> u64 {
        let tail = self.tail();
        tail.taken
            .saturating_add(u64::try_from(tail.bytes.len()).unwrap_or(u64::MAX))
    }

    /// Takes away what lies before a place.
    fn take_until(&self, place: u64) -> Vec<u8> {
        let mut tail = self.tail();
        let count = usize::try_from(place.saturating_sub(tail.taken)).unwrap_or(usize::MAX);
        let count = count.min(tail.bytes.len());
        let rest = tail.bytes.split_off(count);
        tail.taken = place;
        std::mem::replace(&mut tail.bytes, rest)
    }
}

impl Write for Shared {
    fn write(&mut self, new: &[u8]) -> std::io::Result<usize> {
        let mut tail = self.tail();
        let from = tail
            .at
            .checked_sub(tail.taken)
            .and_then(|from| usize::try_from(from).ok())
            .filter(|from| *from <= tail.bytes.len())
            .ok_or_else(|| std::io::Error::other("written outside of what is held"))?;
        let over = new.len().min(tail.bytes.len() - from);
        tail.bytes[from..from + over].copy_from_slice(&new[..over]);
        tail.bytes.extend_from_slice(&new[over..]);
        tail.at = tail
            .at
            .saturating_add(u64::try_from(new.len()).unwrap_or(u64::MAX));
        Ok(new.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Seek for Shared {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        let length = self.length();
        let mut tail = self.tail();
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::End(by) => length.checked_add_signed(by),
            SeekFrom::Current(by) => tail.at.checked_add_signed(by),
        };
        tail.at = place.ok_or_else(|| std::io::Error::other("no such place"))?;
        Ok(tail.at)
    }
}

/// A package that is being packed. Each file added gives the bytes that are ready to be sent on; together, in order, they
/// are the ZIP file.
pub struct Packer {
    zip: ZipWriter<Shared>,
    tail: Shared,
    options: SimpleFileOptions,
}

fn failed(error: impl std::fmt::Display) -> RenderError {
    RenderError::Model(error.to_string())
}

impl Packer {
    /// A package whose files all have this time, as the clock shows it in Sweden. They are stored as they are: bytes
    /// that depend on no program's way of compressing.
    pub fn new(moment: DateTime<Utc>) -> Self {
        let tail = Shared::default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(shown(moment))
            .unix_permissions(0o644);
        Self {
            zip: ZipWriter::new(tail.clone()),
            tail,
            options,
        }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// Where a name is there twice, or the package has grown beyond what a ZIP file holds.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<Vec<u8>, RenderError> {
        // Beginning the next entry ends the one before, whose head gets its sum.
        let ready = self.tail.length();
        self.zip.start_file(path, self.options).map_err(failed)?;
        self.zip.write_all(bytes).map_err(failed)?;
        Ok(self.tail.take_until(ready))
    }

    /// Ends the package; gives the last bytes.
    ///
    /// # Errors
    /// Where it has grown beyond what a ZIP file holds.
    pub fn finish(self) -> Result<Vec<u8>, RenderError> {
        let tail = self.zip.finish().map_err(failed)?;
        let end = tail.length();
        Ok(tail.take_until(end))
    }
}

/// A ZIP file has no years before 1980; none is as good as any.
fn shown(moment: DateTime<Utc>) -> zip::DateTime {
    let local = local_time(moment);
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let year = u16::try_from(local.year()).unwrap_or_default();
    zip::DateTime::from_date_and_time(
        year,
        part(local.month()),
        part(local.day()),
        part(local.hour()),
        part(local.minute()),
        part(local.second()),
    )
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use zip::ZipArchive;

    use super::*;

    fn packed(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut packer = Packer::new("2026-02-18T09:00:02Z".parse().expect("a moment"));
        let mut whole = Vec::new();
        for (path, bytes) in files {
            whole.extend(packer.add(path, bytes).expect("adds"));
        }
        whole.extend(packer.finish().expect("ends"));
        whole
    }

    #[test]
    fn the_pieces_are_a_zip_file_and_the_same_each_time() {
        let files = [
            ("a.txt", b"hej".to_vec()),
            ("tom.txt", Vec::new()),
            ("b/stor.bin", vec![7; 300_000]),
        ];
        let whole = packed(&files);
        assert_eq!(packed(&files), whole);
        let mut zip = ZipArchive::new(Cursor::new(whole)).expect("a zip file");
        assert_eq!(zip.len(), files.len());
        for (place, (path, bytes)) in files.iter().enumerate() {
            let mut entry = zip.by_index(place).expect("an entry");
            assert_eq!(entry.name().expect("a name"), *path);
            let time = entry.last_modified().expect("a time");
            assert_eq!((time.year(), time.hour(), time.second()), (2026, 10, 2));
            let mut read = Vec::new();
            entry.read_to_end(&mut read).expect("reads, and its sum is right");
            assert_eq!(&read, bytes, "{path}");
        }
    }

    #[test]
    fn no_more_than_a_file_is_held() {
        let mut packer = Packer::new(DateTime::UNIX_EPOCH);
        let big = vec![1; 100_000];
        packer.add("1", &big).expect("adds");
        for number in 2..20 {
            let sent = packer.add(&number.to_string(), &big).expect("adds");
            assert!(sent.len() > big.len() && sent.len() < big.len() + 200);
            assert!(packer.tail.tail().bytes.len() < big.len() + 200);
        }
        assert!(packer.add("2", &big).is_err(), "the same name twice");
    }
}
