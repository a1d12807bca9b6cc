//! What the product promises, tried from outside. Every test of the database runs on SQLite and on
//! PostgreSQL.

mod accounts;
mod by_hand;
mod by_hand_whole;
mod chain;
mod cli;
mod drafts;
mod example;
mod exchange;
mod facts;
mod grading;
mod history;
mod migrations;
mod passwords;
mod policy;
mod queries;
mod registers;
mod rounds;
mod schema;
mod second_factor;
mod start;
mod store;
mod support;
mod web;
mod work;
mod workbook;
