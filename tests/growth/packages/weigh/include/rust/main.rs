// Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
#![allow(dead_code, unused_imports, unused_mut)]

mod solution;
use std::io::{Read, Write};
use std::os::unix::io::FromRawFd;

extern "C" {
    fn dup(fd: i32) -> i32;
    fn dup2(from: i32, to: i32) -> i32;
}

fn fail(text: &str) -> ! {
    eprintln!("{}", text);
    std::process::exit(1);
}

struct Input {
    data: Vec<u8>,
    at: usize,
}

struct Answer(String);

impl Input {
    fn peek(&self) -> u8 {
        *self.data.get(self.at).unwrap_or(&0)
    }

    fn skip_spaces(&mut self) {
        while self.at < self.data.len() && self.data[self.at] <= b' ' {
            self.at += 1;
        }
    }

    fn read_word(&mut self) -> String {
        self.skip_spaces();
        let start = self.at;
        while self.peek() > b' ' {
            self.at += 1;
        }
        String::from_utf8_lossy(&self.data[start..self.at]).into_owned()
    }

    fn read_null(&mut self) -> bool {
        self.skip_spaces();
        if self.peek() != b'n' {
            return false;
        }
        self.at += "null".len();
        true
    }

    fn read_long(&mut self) -> i64 {
        self.skip_spaces();
        let negative = self.peek() == b'-';
        if negative {
            self.at += 1;
        }
        let mut value: i64 = 0;
        while self.peek() > b' ' {
            value = value.wrapping_mul(10).wrapping_sub((self.peek() - b'0') as i64);
            self.at += 1;
        }
        if negative { value } else { value.wrapping_neg() }
    }

    fn read_int(&mut self) -> i32 {
        self.read_long() as i32
    }

    fn read_count(&mut self) -> usize {
        self.read_long() as usize
    }

    fn read_double(&mut self) -> f64 {
        self.read_word().parse().unwrap_or(f64::NAN)
    }

    fn read_bool(&mut self) -> bool {
        self.read_word() == "true"
    }

    fn read_hex(&mut self) -> u32 {
        let digits = String::from_utf8_lossy(&self.data[self.at..self.at + 4]).into_owned();
        self.at += 4;
        u32::from_str_radix(&digits, 16).unwrap_or(0)
    }

    fn read_string(&mut self) -> String {
        self.skip_spaces();
        self.at += 1;
        let mut bytes = Vec::new();
        while self.peek() != b'"' {
            let c = self.peek();
            self.at += 1;
            if c != b'\\' {
                bytes.push(c);
                continue;
            }
            let letter = self.peek();
            self.at += 1;
            match letter {
                b'b' => bytes.push(8),
                b'f' => bytes.push(12),
                b'n' => bytes.push(b'\n'),
                b'r' => bytes.push(b'\r'),
                b't' => bytes.push(b'\t'),
                b'u' => {
                    let mut code = self.read_hex();
                    if (0xd800..0xdc00).contains(&code) {
                        self.at += 2;
                        code = 0x10000 + ((code - 0xd800) << 10) + (self.read_hex() - 0xdc00);
                    }
                    let c = char::from_u32(code).unwrap_or('?');
                    bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                other => bytes.push(other),
            }
        }
        self.at += 1;
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Answer {
    fn write_text(&mut self, text: &str, end: char) {
        self.0.push_str(text);
        self.0.push(end);
    }

    fn write_int(&mut self, value: &i32, end: char) {
        self.write_text(&value.to_string(), end);
    }

    fn write_long(&mut self, value: &i64, end: char) {
        self.write_text(&value.to_string(), end);
    }

    fn write_double(&mut self, value: &f64, end: char) {
        self.write_text(&format!("{:?}", value), end);
    }

    fn write_bool(&mut self, value: &bool, end: char) {
        self.write_text(if *value { "true" } else { "false" }, end);
    }

    fn write_string(&mut self, text: &String, end: char) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                c if c < ' ' => self.0.push_str(&format!("\\u{:04x}", c as u32)),
                c => self.0.push(c),
            }
        }
        self.write_text("\"", end);
    }
}

impl Input {
    fn read_list_int(&mut self) -> Vec<i32> {
        (0..self.read_count()).map(|_| self.read_int()).collect()
    }
}

fn main() {
    // What the candidate prints goes to stderr.
    let mut output = unsafe {
        let copy = dup(1);
        dup2(2, 1);
        std::fs::File::from_raw_fd(copy)
    };
    let mut input = Input { data: Vec::new(), at: 0 };
    let mut answer = Answer(String::new());
    if std::io::stdin().read_to_end(&mut input.data).is_err() {
        fail("the driver cannot read the test");
    }
    let argument_numbers = input.read_list_int();
    let returned: i32 = solution::weigh(argument_numbers);
    answer.write_int(&returned, '\n');
    if output.write_all(answer.0.as_bytes()).is_err() {
        fail("the driver cannot write the result");
    }
    // Without taking down what may be a long chain of boxes.
    std::process::exit(0);
}
