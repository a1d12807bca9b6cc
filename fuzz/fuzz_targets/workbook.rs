#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| nytta_fuzz::call("workbook", bytes));
