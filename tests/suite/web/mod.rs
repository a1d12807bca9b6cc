//! The product as a browser and as a program without one meets it.

mod accessibility;
mod accounts;
mod audit;
mod by_hand;
mod calculation;
mod driver;
mod edge;
mod factors;
mod follow;
mod forms;
mod freed_time;
pub(crate) mod html;
mod islands;
mod journey;
mod kept_note;
mod keyboard;
mod measurements;
mod media;
mod person;
mod plan;
mod provider;
mod registers;
mod scanner;
mod second_step;
mod sign_in;
mod single_sign_on;
pub(crate) mod site;
