//! Somebody at a browser who reads: links, buttons and fields are found by the words on them, and no
//! address is typed.

use std::time::Duration;

use domain::role::Role;
use thirtyfour::error::WebDriverErrorInner;
use thirtyfour::prelude::*;

use super::driver::{click, shown, wait_for};
use super::site::Site;

/// Somebody at a browser.
pub struct Person<'a> {
    pub driver: WebDriver,
    pub site: &'a Site,
}

/// A text in an XPath expression; the product's words hold no double quotes.
fn quoted(text: &str) -> String {
    assert!(!text.contains('"'), "{text}");
    format!("\"{text}\"")
}

/// What is read as this, or goes on after it: a label with "(frivilligt)", a link with what it is about.
fn reads(text: &str) -> String {
    let goes_on = ["' '", "':'"].map(|next| {
        let text = quoted(text);
        format!("starts-with(normalize-space(.),concat({text},{next}))")
    });
    format!(
        "[normalize-space(.)={} or {}]",
        quoted(text),
        goes_on.join(" or ")
    )
}

impl Person<'_> {
    /// Signs in by the link that the role was given: the one address that nobody can click.
    pub async fn sign_in(&self, role: Role) -> WebDriverResult<()> {
        self.driver.delete_all_cookies().await?;
        self.driver.goto(self.site.link(role).await).await?;
        click(&self.driver, "main form[action=\"/api/link_consume\"] button").await?;
        wait_for(&self.driver, ".topbar .role").await?;
        Ok(())
    }

    async fn find(&self, path: &str) -> WebDriverResult<WebElement> {
        let query = self.driver.query(By::XPath(path));
        let found = query
            .wait(Duration::from_secs(20), Duration::from_millis(50))
            .and_displayed()
            .first()
            .await;
        if found.is_err() {
            self.stuck(&format!("nothing reads so: {path}")).await?;
        }
        found
    }

    /// Clicks; once more where a script has just put something else in its place.
    async fn use_it(&self, path: &str) -> WebDriverResult<()> {
        loop {
            let element = self.find(path).await?;
            let clicked = async {
                element.scroll_into_view().await?;
                element.click().await
            };
            match clicked.await {
                Err(error) if matches!(*error, WebDriverErrorInner::StaleElementReference(_)) => {}
                done => return done,
            }
        }
    }

    /// Uses what leads to another page, and waits until this one is gone: a field of the same name may
    /// stand on both.
    async fn leave_by(&self, path: &str) -> WebDriverResult<()> {
        let page = wait_for(&self.driver, "main").await?;
        self.use_it(path).await?;
        let gone = page.wait_until();
        let gone = gone.wait(Duration::from_secs(20), Duration::from_millis(20));
        if gone.stale().await.is_err() {
            self.stuck(&format!("it leads nowhere: {path}")).await?;
        }
        Ok(())
    }

    /// Tells what stood before the person who got no further.
    async fn stuck(&self, why: &str) -> WebDriverResult<()> {
        let address = self.driver.current_url().await?;
        let page = shown(&self.driver).await?;
        panic!("{why}\n{address}\n{page}");
    }

    /// Goes to a page of the main menu.
    pub async fn menu(&self, text: &str) -> WebDriverResult<()> {
        self.leave_by(&format!("//nav[@id='huvudmeny']//a{}", reads(text)))
            .await
    }

    /// Follows the first link that reads so.
    pub async fn follow(&self, text: &str) -> WebDriverResult<()> {
        self.leave_by(&format!("//main//a{}", reads(text))).await
    }

    /// Follows a link in the section under a heading.
    pub async fn follow_under(&self, heading: &str, text: &str) -> WebDriverResult<()> {
        let section = format!("//main//section[.//h2{}]", reads(heading));
        self.leave_by(&format!("{section}//a{}", reads(text))).await
    }

    /// Presses the button that reads so.
    pub async fn press(&self, text: &str) -> WebDriverResult<()> {
        self.leave_by(&format!("//main//button{}", reads(text))).await
    }

    /// Presses a button that narrows what the page shows: a script does so in place.
    pub async fn narrow(&self, text: &str, asked: &str) -> WebDriverResult<()> {
        self.use_it(&format!("//main//button{}", reads(text))).await?;
        let begin = std::time::Instant::now();
        while !self.driver.current_url().await?.as_str().contains(asked) {
            assert!(begin.elapsed().as_secs() < 20, "it shows nothing else: {text}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// The field with this label, in a group of fields where one is named.
    async fn labelled(&self, group: Option<&str>, label: &str) -> WebDriverResult<WebElement> {
        let group = group.map_or_else(String::new, |legend| {
            format!("//fieldset[legend{}]", reads(legend))
        });
        let label = self
            .find(&format!("//main{group}//label{}", reads(label)))
            .await?;
        let id = label.attr("for").await?.expect("a label names its field");
        self.driver.find(By::Id(id)).await
    }

    /// Types into a field.
    pub async fn fill(&self, label: &str, text: &str) -> WebDriverResult<()> {
        self.typed(None, label, text).await
    }

    /// Types into a field of a group of fields.
    pub async fn fill_in(&self, group: &str, label: &str, text: &str) -> WebDriverResult<()> {
        self.typed(Some(group), label, text).await
    }

    async fn typed(&self, group: Option<&str>, label: &str, text: &str) -> WebDriverResult<()> {
        let field = self.labelled(group, label).await?;
        field.scroll_into_view().await?;
        field.clear().await?;
        field.send_keys(text).await
    }

    /// Chooses from a list.
    pub async fn select(&self, label: &str, option: &str) -> WebDriverResult<()> {
        let list = self.labelled(None, label).await?;
        list.scroll_into_view().await?;
        let option = format!("./option[normalize-space(.)={}]", quoted(option));
        list.find(By::XPath(option)).await?.click().await
    }

    /// Chooses or ticks one of those under a legend, unless it is chosen already.
    pub async fn choose(&self, legend: &str, choice: &str) -> WebDriverResult<()> {
        let group = format!("//main//fieldset[legend{}]", reads(legend));
        let label = format!("{group}//label[.//b{}]", reads(choice));
        if self.find(&format!("{label}/input")).await?.is_selected().await? {
            return Ok(());
        }
        self.use_it(&label).await
    }

    /// Ticks or chooses what is called so.
    pub async fn tick(&self, name: &str) -> WebDriverResult<()> {
        let field = format!("//main//input[@aria-label={}]", quoted(name));
        // Some lie under their label, which is what one sees and clicks.
        self.use_it(&format!("({field}/parent::label|{field}[not(parent::label)])"))
            .await
    }

    /// Chooses a level.
    pub async fn choose_level(&self, level: &str) -> WebDriverResult<()> {
        self.use_it(&format!("//main//label[.//b{}]", reads(level))).await
    }

    /// Reads what the product says of what was just done.
    pub async fn told(&self, text: &str) -> WebDriverResult<()> {
        let receipt = wait_for(&self.driver, "[role=\"status\"]").await?.text().await?;
        assert!(receipt.contains(text), "not told “{text}”: {receipt}");
        Ok(())
    }

    /// All that the page shows.
    pub async fn reads(&self) -> WebDriverResult<String> {
        shown(&self.driver).await
    }
}
