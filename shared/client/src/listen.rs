//! What arrives on an open event stream, and when: silence, floods and the last byte.

use crate::error::{CallError, Fault};
use crate::server::{Server, has_type};
use bytes::{Bytes, BytesMut};
use eventsource_stream::{Event, EventStream, EventStreamError};
use foyer_domain::Timestamp;
use foyer_protocol::program::Clock;
use futures_util::stream::{self, BoxStream, StreamExt};
use reqwest::Method;
use reqwest::header::{ACCEPT, CACHE_CONTROL};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// No event of ours is larger: a snapshot with a large office's configuration has some 100 kB.
const LARGEST_EVENT_BYTES: usize = 4 << 20;

/// The events of an open stream.
pub(crate) type Events = BoxStream<'static, Result<Event, EventStreamError<CallError>>>;

impl Server {
    /// Opens an event stream after `last_event_id`.
    pub(crate) async fn open(
        &self,
        path: &str,
        last_event_id: Option<&str>,
        heard: Heard,
    ) -> Result<Events, CallError> {
        let mut request = self
            .request(Method::GET, path)
            .header(ACCEPT, "text/event-stream")
            .header(CACHE_CONTROL, "no-cache");
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        let answer = tokio::time::timeout(self.limits.request, self.successful(request)).await;
        let response = answer.map_err(|_| self.unreachable(Fault::TimedOut))??;
        if !has_type(&response, "text/event-stream") {
            return Err(self.garbled(response.status().as_u16(), "no event stream".to_owned()));
        }
        let arriving = Arriving {
            server: self.clone(),
            heard,
            bytes: response.bytes_stream().boxed(),
            line: BytesMut::new(),
        };
        let read =
            |mut arriving: Arriving| async move { arriving.next().await.map(|chunk| (chunk, arriving)) };
        Ok(EventStream::new(stream::unfold(arriving, read)).boxed())
    }
}

/// What arrives on an event stream before it is parsed. Silence and flood are found here, because the parser
/// passes over comments and keeps an event of any length; it is given whole lines, because it would read the
/// beginning of a long one again with every piece that arrives.
struct Arriving {
    server: Server,
    heard: Heard,
    bytes: BoxStream<'static, reqwest::Result<Bytes>>,
    line: BytesMut,
}

impl Arriving {
    async fn next(&mut self) -> Option<Result<Bytes, CallError>> {
        loop {
            let chunk = match tokio::time::timeout(self.server.limits.silence, self.bytes.next()).await {
                Ok(Some(Ok(chunk))) => chunk,
                Ok(Some(Err(error))) => return Some(Err(CallError::from_reqwest(self.server.host(), error))),
                Ok(None) => return None,
                Err(_) => return Some(Err(self.server.unreachable(Fault::Silent))),
            };
            if self.heard.bytes(chunk.len()) > LARGEST_EVENT_BYTES {
                return Some(Err(self.server.garbled(0, "an event is too large".to_owned())));
            }
            let end = chunk.iter().rposition(|byte| *byte == b'\n');
            let end = end.map(|at| self.line.len() + at + 1);
            self.line.extend_from_slice(&chunk);
            if let Some(end) = end {
                return Some(Ok(self.line.split_to(end).freeze()));
            }
        }
    }
}

/// What was heard of the server.
#[derive(Clone)]
pub(crate) struct Heard {
    clock: Clock,
    state: Arc<Mutex<HeardState>>,
}

struct HeardState {
    /// When the last byte came.
    last: Timestamp,
    /// Whether any came since the last failure.
    any: bool,
    /// How many came since the last event.
    unread: usize,
}

impl Heard {
    pub(crate) fn new(clock: Clock) -> Self {
        let state = HeardState { last: clock.now(), any: false, unread: 0 };
        Self { clock, state: Arc::new(Mutex::new(state)) }
    }

    fn state(&self) -> MutexGuard<'_, HeardState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes so many bytes; returns how many came since the last event.
    fn bytes(&self, count: usize) -> usize {
        let mut state = self.state();
        state.last = self.clock.now();
        state.any = true;
        state.unread += count;
        state.unread
    }

    /// Notes a whole event.
    pub(crate) fn event(&self) {
        self.state().unread = 0;
    }

    /// Notes a failure; returns when the last byte came, and whether any came since the failure before.
    pub(crate) fn lost(&self) -> (Timestamp, bool) {
        let mut state = self.state();
        state.unread = 0;
        (state.last, std::mem::take(&mut state.any))
    }
}
