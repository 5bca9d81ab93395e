//! What reception and desk know of who comes, and what they do for somebody by hand.

use crate::office::Office;
use foyer_domain::engine::{Command, PhoneWish};
use foyer_domain::visit::Actor;
use foyer_lobby::staff::Role;

#[tokio::test]
async fn desk_and_room_show_who_comes_later() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let visit = office.walk_in().await;
    let wish = Command::FromPhone { visit, wish: PhoneWish::Late { minutes: 10 } };
    office.lobby.ask(Actor::Booking, None, wish).await.unwrap();
    kim.get(&three).await.says("kommt später, bis 10:10 Uhr");
    rea.get("/room").await.says("kommt später, bis 10:10 Uhr");
    office.close().await;
}
