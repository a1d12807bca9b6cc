//! An archive package on its way out: packed piece by piece, so that no more than one of its files is held at a time.

use domain::ctx::Ctx;
use report::archive::{Content, Entry, Packer, entries};
use service::{ArchivePackage, ServiceError, Services, report_archive_file};

/// A package that is being packed.
pub(crate) struct Packing {
    ctx: Ctx,
    services: Services,
    package: Box<ArchivePackage>,
    entries: std::vec::IntoIter<Entry>,
    packer: Option<Packer>,
}

impl Packing {
    /// Begins.
    pub(crate) fn new(
        ctx: &Ctx,
        services: &Services,
        package: Box<ArchivePackage>,
    ) -> Result<Self, ServiceError> {
        Ok(Self {
            ctx: ctx.clone(),
            services: services.clone(),
            entries: entries(&package)?.into_iter(),
            packer: Some(Packer::new(package.decided_at)),
            package,
        })
    }

    /// What the file is called.
    pub(crate) fn file_name(&self) -> String {
        format!(
            "{}-arkivpaket.zip",
            report::archive::base_name(&self.package.report)
        )
    }

    /// The next bytes of the file; none once it has ended.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, ServiceError> {
        let Some(packer) = &mut self.packer else {
            return Ok(None);
        };
        let Some(Entry { path, content }) = self.entries.next() else {
            let end = self.packer.take().map(Packer::finish);
            return Ok(end.transpose()?);
        };
        let bytes = match content {
            Content::Made(bytes) => bytes,
            Content::Stored(hash) => {
                report_archive_file(&self.ctx, &self.services, &self.package, &hash).await?
            }
        };
        Ok(Some(packer.add(&path, &bytes)?))
    }
}
