//! Handing over what was given alone: in order, each until the lobby has it.

use super::asking::on_disk;
use super::{Alone, State};
use crate::device::journal::{Entry, EntryState, KeptWish};
use foyer_client::Server;
use foyer_domain::id::VisitId;
use foyer_protocol::lobby::{HandOverReply, HandOverRequest, PrintReport, WishRequest};
use foyer_protocol::nonce::Nonce;

impl Alone {
    /// Hands over one ticket after the other. Stops where the lobby does not answer: the next call goes on there.
    /// The same ticket handed over twice is the same to the lobby, so nothing is lost if this ends anywhere.
    pub async fn hand_over(&self, lobby: &Server) -> Option<State> {
        while let Some(entry) = self.next_open().await {
            let (journal, id) = (self.journal.clone(), entry.id);
            match self.tell(lobby, &entry).await {
                Told::Taken(visit) => on_disk(move || journal.note_visit(id, visit)).await?,
                Told::Refused => on_disk(move || journal.note_hand_over(id, EntryState::Refused)).await?,
                Told::NotHeard => break,
            }
        }
        self.tell_papers(lobby).await?;
        // Only when the lobby has the tickets does it know whose wishes these are.
        while self.next_open().await.is_none() {
            let Some(wish) = self.next_wish().await else { break };
            let KeptWish { nonce, number, change, at } = wish;
            let request = WishRequest { number, change, at };
            match lobby.post::<_, ()>("/wishes", nonce, &request).await {
                Ok(()) => {}
                Err(error) if error.is_retryable() || error.refusal().is_some() => break,
                Err(error) => tracing::warn!(%error, %number, "the lobby does not take a wish"),
            }
            let journal = self.journal.clone();
            on_disk(move || journal.drop_wish(nonce)).await?;
        }
        let alone = self.clone();
        on_disk(move || alone.state()).await
    }

    /// Tells what became of the papers, so that reception knows who has none. Told twice it is the same.
    async fn tell_papers(&self, lobby: &Server) -> Option<()> {
        let journal = self.journal.clone();
        for paper in on_disk(move || journal.papers_untold()).await? {
            let report = PrintReport { outcome: paper.outcome, detail: String::new(), order: None };
            let path = format!("/tickets/{}/print", paper.visit.0);
            match lobby.post::<_, ()>(&path, Nonce::random(), &report).await {
                Ok(()) => {}
                Err(error) if error.is_retryable() || error.refusal().is_some() => {
                    tracing::warn!(%error, "what became of a paper is told later");
                    break;
                }
                // The visit is of a day that is over: nobody needs to know any more.
                Err(error) => tracing::warn!(%error, "the lobby does not take what became of a paper"),
            }
            let journal = self.journal.clone();
            on_disk(move || journal.note_paper_told(paper.id)).await?;
        }
        Some(())
    }

    async fn next_wish(&self) -> Option<KeptWish> {
        let journal = self.journal.clone();
        on_disk(move || journal.next_wish()).await.flatten()
    }

    async fn next_open(&self) -> Option<Entry> {
        let journal = self.journal.clone();
        on_disk(move || journal.next_to_hand_over()).await.flatten()
    }

    async fn tell(&self, lobby: &Server, entry: &Entry) -> Told {
        let request = HandOverRequest { attempt: entry.attempt, given: entry.given.clone() };
        let told = lobby.post::<_, HandOverReply>("/hand-overs", entry.hand_over, &request).await;
        match told {
            Ok(reply) => {
                tracing::info!(number = %entry.given.number, standing = ?reply.number, "handed over");
                Told::Taken(reply.visit)
            }
            // Under this terminal's name of before it was enrolled anew: nobody else has the nonce.
            Err(error) if error.code() == Some("nonce_taken") => Told::Taken(None),
            // Not known here any more: somebody enrols it again, and then it goes on.
            Err(error) if error.is_retryable() || error.refusal().is_some() => {
                tracing::warn!(%error, "what was given alone is handed over later");
                Told::NotHeard
            }
            Err(error) => {
                tracing::error!(%error, number = %entry.given.number, "the lobby does not take a ticket");
                Told::Refused
            }
        }
    }
}

enum Told {
    Taken(Option<VisitId>),
    Refused,
    NotHeard,
}
