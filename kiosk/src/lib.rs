//! The entrance terminal: camera, check-in screens, ticket printer.
