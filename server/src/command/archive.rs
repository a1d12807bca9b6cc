use std::fs::File;
use std::io::Write;
use std::path::Path;

use domain::report::archive::PACKAGE_MAX;
use service::{Archived, ServiceError, Services, report_archive_of_year};

use super::{CommandError, is_there, say, say_over, with};
use crate::archive::Packing;
use crate::clock::operator;
use crate::open::open_to_read;

/// Writes the archive package of a report. It gets its name once it is whole: half a package is not to be taken for one.
pub(crate) async fn archive(url: &str, to_year: i32, file: &Path) -> Result<(), CommandError> {
    let is_over = is_there(file);
    let size = with(open_to_read(url).await?, async |services| {
        packed(services, to_year, file).await
    });
    let size = size.await?;
    if is_over {
        say_over(file)?;
    }
    say(&format!(
        "{}: {size} bytes; unpack it and run sha256sum -c SHA256SUMS",
        file.display()
    ))
}

/// Writes the package, and gives its size.
async fn packed(services: &Services, to_year: i32, file: &Path) -> Result<usize, CommandError> {
    let ctx = operator();
    let archived = report_archive_of_year(&ctx, services, to_year).await;
    let archived = archived.map_err(|error| match error {
        ServiceError::NotFound => CommandError::NoReport(to_year),
        other => other.into(),
    })?;
    let package = match archived {
        Archived::Package(package) => package,
        Archived::TooLarge(size) => {
            return Err(CommandError::PackageTooLarge {
                size,
                max: PACKAGE_MAX,
            });
        }
    };
    let mut packing = Packing::new(&ctx, services, package)?;
    let failed = |source| CommandError::Write {
        file: file.to_owned(),
        source,
    };
    let part = file.with_added_extension("part");
    let mut out = File::create(&part).map_err(failed)?;
    let mut size = 0_usize;
    let written = loop {
        match packing.next().await {
            Ok(Some(piece)) => {
                size = size.saturating_add(piece.len());
                if let Err(error) = out.write_all(&piece) {
                    break Err(failed(error));
                }
            }
            Ok(None) => break out.sync_all().map_err(failed),
            Err(error) => break Err(error.into()),
        }
    };
    let named = written.and_then(|()| std::fs::rename(&part, file).map_err(failed));
    if let Err(error) = named {
        // What cannot be removed either stays beside, and says by its name what it is.
        let _ = std::fs::remove_file(&part);
        return Err(error);
    }
    Ok(size)
}
