//! Somebody who books in a browser, with or without its scripts.

use crate::browser::Browser;
use crate::effort::Effort;
use crate::pages::shows;
use crate::wait;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::sync::{Mutex, PoisonError};
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{By, WebElement};

/// More pages than anybody would turn.
const MOST_PAGES: usize = 9;

/// A citizen before a page.
pub struct Citizen<'a> {
    browser: &'a Browser,
    effort: Mutex<Effort>,
}

/// What a citizen takes home from the last page.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The Terminnummer, as it is shown.
    pub number: String,
    /// The PIN.
    pub pin: String,
    /// The booking's page.
    pub page: String,
}

impl<'a> Citizen<'a> {
    /// At this browser.
    pub fn at(browser: &'a Browser) -> Self {
        Self { browser, effort: Mutex::default() }
    }

    /// What they have done so far.
    pub fn effort(&self) -> Effort {
        *self.effort.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn does(&self, what: impl FnOnce(&mut Effort)) {
        what(&mut self.effort.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Reads every word that can be seen in the page's main part.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn reads_all(&self) -> Result<()> {
        let script = r#"
            const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
            let words = 0;
            while (texts.nextNode()) {
              const at = texts.currentNode.parentElement;
              if (!at.checkVisibility() || at.closest(".unseen, script, select")) continue;
              words += texts.currentNode.textContent.match(/\p{L}{2,}/gu)?.length ?? 0;
            }
            return words;
        "#;
        let words: usize = self.browser.page.execute(script, Vec::new()).await?.convert()?;
        self.does(|effort| effort.words += words);
        Ok(())
    }

    /// Switches the scripts of pages off, or on again.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn has_scripts(&self, has: bool) -> Result<()> {
        let off = json!({ "value": !has });
        self.browser.page.cdp().send_raw("Emulation.setScriptExecutionDisabled", off).await?;
        Ok(())
    }

    /// Opens a page.
    ///
    /// # Errors
    /// It cannot be loaded.
    pub async fn opens(&self, url: &str) -> Result<()> {
        Ok(self.browser.page.goto(url).await?)
    }

    /// Waits until this part of the page says so.
    ///
    /// # Errors
    /// It does not in time.
    pub async fn sees(&self, css: &str, text: &str) -> Result<()> {
        shows(self.browser, css, text).await
    }

    /// The text of a part that is there.
    ///
    /// # Errors
    /// It is not there.
    pub async fn reads(&self, css: &str) -> Result<String> {
        let once = async || Ok(self.browser.page.find(By::Css(css)).await?.text().await?);
        Ok(anew(css, once).await?.replace('\u{202f}', " "))
    }

    /// How many there are.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn counts(&self, css: &str) -> Result<usize> {
        Ok(self.browser.page.find_all(By::Css(css)).await?.len())
    }

    /// Presses what is named so.
    ///
    /// # Errors
    /// It is not there or cannot be pressed.
    pub async fn presses(&self, css: &str) -> Result<()> {
        self.has_pressed();
        let once = async || {
            let found = self.browser.page.find(By::Css(css)).await.with_context(|| format!("no `{css}`"))?;
            self.in_sight(&found).await?;
            found.click().await.with_context(|| format!("pressing `{css}`"))
        };
        anew(css, once).await
    }

    fn has_pressed(&self) {
        self.does(|effort| {
            effort.presses += 1;
            effort.decisions += 1;
        });
    }

    /// In the middle of the window: at its edges it may lie under what stands there.
    async fn in_sight(&self, found: &WebElement) -> Result<()> {
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.browser.page.execute(script, vec![found.to_json()?]).await?;
        Ok(())
    }

    /// Presses what leads to another page, and waits until that is there.
    ///
    /// # Errors
    /// As [`Self::presses`], or no other page comes.
    pub async fn leaves_by(&self, css: &str) -> Result<()> {
        self.browser.page.execute("window.isLeft = false", Vec::new()).await?;
        self.presses(css).await?;
        wait::for_value("another page", wait::LIMIT, || async {
            let script = "return window.isLeft === undefined && document.readyState === 'complete'";
            // Between two pages there is none to ask.
            let is_there = self.browser.page.execute(script, Vec::new()).await;
            let is_there: bool = is_there.ok().and_then(|found| found.convert().ok()).unwrap_or(false);
            Ok(is_there.then_some(()))
        })
        .await
    }

    /// Presses the one of these that begins with `text`.
    ///
    /// # Errors
    /// There is none.
    pub async fn presses_one(&self, css: &str, text: &str) -> Result<()> {
        self.has_pressed();
        let once = async || {
            for found in self.browser.page.find_all(By::Css(css)).await? {
                if found.text().await?.trim().starts_with(text) {
                    self.in_sight(&found).await?;
                    return Ok(found.click().await?);
                }
            }
            bail!("no `{css}` begins with `{text}`")
        };
        anew(css, once).await
    }

    /// Types into a field, in the place of what it has.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn types(&self, css: &str, text: &str) -> Result<()> {
        self.has_pressed();
        self.does(|effort| effort.keys += text.chars().count());
        let once = async || {
            let field = self.browser.page.find(By::Css(css)).await?;
            field.clear().await?;
            Ok(field.send_keys(text).await?)
        };
        anew(css, once).await
    }

    /// Gives a field a value at once: what a date's field shows and takes differs from language to language.
    ///
    /// # Errors
    /// There is no such field.
    pub async fn sets(&self, css: &str, value: &str) -> Result<()> {
        let script = "arguments[0].value = arguments[1]";
        let once = async || {
            let field = self.browser.page.find(By::Css(css)).await?;
            self.browser.page.execute(script, vec![field.to_json()?, value.into()]).await?;
            Ok(())
        };
        anew(css, once).await
    }

    /// Takes so many of a service.
    ///
    /// # Errors
    /// The page does not offer it so often.
    pub async fn takes(&self, service: &str, quantity: u8) -> Result<()> {
        for count in 1..=quantity {
            let key = if count == 1 { ".service__take" } else { ".stepper button[name=plus]" };
            self.presses(&format!("#s-{service} {key}")).await?;
            self.sees(&format!("#s-{service} .stepper__count"), &count.to_string()).await?;
        }
        Ok(())
    }

    /// Goes on from the services to the times.
    ///
    /// # Errors
    /// The page of times does not come.
    pub async fn wants_times(&self) -> Result<()> {
        self.presses(".bar .kern-btn--primary").await?;
        self.sees("main", "Schritt 2 von 4").await
    }

    /// Takes a time of a day, `2026-11-25` and `10:00`.
    ///
    /// # Errors
    /// It is not free.
    pub async fn takes_time(&self, day: &str, time: &str) -> Result<()> {
        self.presses(&format!("a.month__day--free[href*='day={day}']")).await?;
        // The day's times come in the place of another day's.
        self.sees("#times", time).await?;
        self.presses_one("#times button", time).await?;
        self.sees("main", "Schritt 3 von 4").await
    }

    /// Says who they are, checks and confirms.
    ///
    /// # Errors
    /// A step does not come.
    pub async fn confirms_as(&self, name: &str, email: &str) -> Result<Kept> {
        self.types("#name", name).await?;
        if !email.is_empty() {
            self.types("#email", email).await?;
        }
        self.presses("#contact .kern-btn--primary").await?;
        self.sees("main", "Schritt 4 von 4").await?;
        self.presses("#contact .kern-btn--primary").await?;
        self.sees("main", "Ihr Termin ist gebucht.").await?;
        let number = self.reads(".booking__qr .booking__code").await?;
        let pin = self.reads(".booking__pin .booking__code").await?;
        let page = self.browser.page.current_url().await?;
        Ok(Kept { number, pin, page: page.to_string() })
    }

    /// Follows a mail's link to another time and takes it with the PIN; what came of it is on the page.
    ///
    /// # Errors
    /// The time is not free, or a step does not come.
    pub async fn moves_by(&self, link: &str, (day, time): (&str, &str), pin: &str) -> Result<()> {
        self.wants_to_move_by(link, (day, time)).await?;
        self.types("#pin", pin).await?;
        self.leaves_by("main form .kern-btn--primary").await
    }

    /// The same up to the PIN.
    ///
    /// # Errors
    /// As [`Self::moves_by`].
    pub async fn wants_to_move_by(&self, link: &str, (day, time): (&str, &str)) -> Result<()> {
        self.opens(link).await?;
        self.presses(&format!("a.month__day--free[href*='day={day}']")).await?;
        self.sees("#times", time).await?;
        self.presses_one("#times button", time).await?;
        self.sees("main", "bleibt bestehen, bis der neue sicher ist").await
    }

    /// Follows a mail's link and cancels with the PIN.
    ///
    /// # Errors
    /// A step does not come.
    pub async fn cancels_by(&self, link: &str, pin: &str) -> Result<()> {
        self.opens(link).await?;
        self.types("#pin", pin).await?;
        self.presses("#cancel button").await?;
        self.sees("main", "Dieser Termin ist abgesagt.").await
    }

    /// Types an answer into each empty field that a page shows and goes on, page after page and reading each, until one
    /// says `done`. Gives how many pages that took.
    ///
    /// # Errors
    /// A page requires what there is no answer for, or there is no end.
    pub async fn answers_until(&self, done: &str, answers: &[(&str, &str)]) -> Result<usize> {
        let empty = r#"
            const fields = [...document.querySelectorAll("form#contact :is(input, select, textarea)")];
            return fields.filter((field) => field.checkVisibility() && !field.value)
              .map((field) => [field.id, field.required]);
        "#;
        for page in 1..=MOST_PAGES {
            self.reads_all().await?;
            let asked: Vec<(String, bool)> = self.browser.page.execute(empty, Vec::new()).await?.convert()?;
            for (id, is_required) in asked {
                match answers.iter().find(|(asked, _)| *asked == id) {
                    Some((_, answer)) => self.types(&format!("#{id}"), answer).await?,
                    None if is_required => bail!("there is no answer for `{id}`"),
                    None => {}
                }
            }
            self.leaves_by("#contact .kern-btn--primary").await?;
            if self.reads("main").await?.contains(done) {
                return Ok(page);
            }
        }
        bail!("no page says `{done}`")
    }
}

/// What is on a page may be replaced or moved while a hand is on its way to it, by the next page or by what is pushed, and
/// the next page may not be there yet; then the hand waits, and reaches for what is there now.
async fn anew<T>(what: &str, once: impl AsyncFn() -> Result<T>) -> Result<T> {
    wait::for_value(what, wait::LIMIT, || async {
        match once().await {
            Err(error) if is_on_its_way(&error) => Ok(None),
            done => done.map(Some),
        }
    })
    .await
}

fn is_on_its_way(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<WebDriverError>().map(WebDriverError::as_inner);
    matches!(
        error,
        Some(
            WebDriverErrorInner::NoSuchElement(_)
                | WebDriverErrorInner::StaleElementReference(_)
                | WebDriverErrorInner::ElementClickIntercepted(_)
        )
    )
}
