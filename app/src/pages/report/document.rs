//! The whole report as a document: its page and the file that stands alone are made from it.

use domain::report::ChapterKey;
use domain::report::comment::ReportSection;
use domain::report::correction::ReportCorrection;
use domain::report_model::{FigureNumbers, ReportModel};
use leptos::prelude::*;
use text::Lang;

use super::appendix::appendices;
use super::areas::areas;
use super::contents::contents;
use super::correction::in_section;
use super::cover::cover;
use super::method::method;
use super::summary::summary;
use crate::components::finding::Gap;
use crate::components::prose::Paragraphs;

/// What is put into the document beside the report itself.
#[derive(Default)]
pub struct DocumentParts {
    /// Buttons on the cover.
    pub actions: Option<AnyView>,
    /// A link of the audit chain, number and hash: the last appendix.
    pub audit_head: Option<String>,
    /// Leads to what it is made of; a file stands alone.
    pub linked: bool,
    /// What was corrected since the decision, by number. Files that were stored with it have none.
    pub corrections: Vec<ReportCorrection>,
}

/// What every part of the document needs.
#[derive(Clone, Copy)]
pub(super) struct Doc<'a> {
    pub(super) model: &'a ReportModel,
    pub(super) lang: Lang,
    pub(super) numbers: &'a FigureNumbers,
    /// Leads to what it is made of.
    pub(super) linked: bool,
    /// What was corrected since the decision.
    pub(super) corrections: &'a [ReportCorrection],
}

impl Doc<'_> {
    /// What was corrected in a section, where the section begins.
    pub(super) fn corrected(&self, section: &ReportSection) -> Vec<AnyView> {
        in_section(*self, section)
    }

    /// A written chapter, or that it is not written.
    pub(super) fn chapter(&self, key: ChapterKey) -> AnyView {
        match self.written(key) {
            Some(text) => view! { <Paragraphs text=text.to_owned() /> }.into_any(),
            None => self.gap("report-not-written"),
        }
    }

    /// A written chapter's text.
    pub(super) fn written(&self, key: ChapterKey) -> Option<&str> {
        self.model
            .report
            .chapter(key)
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// A paragraph that says what is missing.
    pub(super) fn gap(&self, key: &str) -> AnyView {
        view! {
            <p>
                <Gap text=self.lang.t(key) />
            </p>
        }
        .into_any()
    }
}

/// The whole report.
pub fn report_document(model: &ReportModel, lang: Lang, parts: DocumentParts) -> AnyView {
    let numbers = FigureNumbers::of(model);
    let doc = Doc {
        model,
        lang,
        numbers: &numbers,
        linked: parts.linked,
        corrections: &parts.corrections,
    };
    let has_audit = parts.audit_head.is_some();
    let foreword = doc.written(ChapterKey::Foreword).is_some().then(|| {
        view! {
            <section aria-labelledby="k0">
                <h2 id="k0">{lang.t("report-foreword")}</h2>
                {doc.corrected(&ReportSection::Chapter(ChapterKey::Foreword))}
                {doc.chapter(ChapterKey::Foreword)}
            </section>
        }
    });
    view! {
        <article class="report">
            {cover(doc, parts.actions)}
            <div class="report-body">
                {contents(doc, has_audit)}
                <div class="report-text">
                    {foreword}
                    <section aria-labelledby="k1">
                        <h2 id="k1">{numbered("1", lang.t("report-background"))}</h2>
                        {doc.corrected(&ReportSection::Chapter(ChapterKey::Background))}
                        {doc.chapter(ChapterKey::Background)}
                    </section>
                    {method(doc)}
                    {summary(doc)}
                    {areas(doc)}
                    {appendices(doc, parts.audit_head)}
                </div>
            </div>
        </article>
    }
    .into_any()
}

/// A numbered heading.
pub(super) fn numbered(number: &str, text: String) -> AnyView {
    view! {
        <span class="no">{number.to_owned()}</span>
        " "
        {text}
    }
    .into_any()
}

/// A table's caption: its number, then what it shows.
pub(super) fn caption(label: String, text: String) -> AnyView {
    view! {
        <b>{label}</b>
        " "
        {text}
    }
    .into_any()
}
