//! The pages of staff as a browser meets them: the real server on a free port, cookies, forms, event streams.

mod browser;
mod office;
mod story;
