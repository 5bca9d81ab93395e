//! Links under which a counter's appointments are read as a calendar.

use super::CommandFault;
use crate::cli::CalendarCommand;
use crate::settings::Settings;
use crate::store::Store;

/// Makes a link, or ends it.
pub(super) async fn calendar(
    store: &Store,
    settings: &Settings,
    command: CalendarCommand,
) -> Result<String, CommandFault> {
    match command {
        CalendarCommand::Link { office, counter } => {
            let state = store.office(&office)?;
            if state.office.counter(&counter).is_none() {
                return Err(CommandFault::CounterUnknown { office, counter });
            }
            let secret = store.make_calendar_link(&office, &counter).await?;
            let base = super::public_base(settings);
            Ok(format!("{base}/c/{secret}.ics"))
        }
        CalendarCommand::End { office, counter } => match store.end_calendar_link(&office, &counter).await? {
            true => Ok(format!("the link of counter {counter} shows nothing more")),
            false => Err(CommandFault::CounterUnknown { office, counter }),
        },
    }
}
