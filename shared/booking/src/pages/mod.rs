//! tmp
use crate::app::App;
use axum::Router;
use axum::response::{IntoResponse, Response};
/// CSP
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'";
/// routes
pub fn routes() -> Router<App> { Router::new() }
/// panicked
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response { ().into_response() }
