//! What both screens share: theme, type scale, widgets.
