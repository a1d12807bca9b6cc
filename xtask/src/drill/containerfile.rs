//! What the Containerfile says, and the image that comes of it: what it begins from, how it is started, and how it is asked whether
//! it is healthy.

use serde_json::Value;

use super::unexpected;
use crate::error::Result;

/// What it calls the image and its volume, and the drill the container.
pub const NAME: &str = "nytta";

/// What the two stages begin from, by the names that a registry has them under.
pub fn bases(containerfile: &str) -> Result<[String; 2]> {
    let from = containerfile
        .lines()
        .filter_map(|line| line.strip_prefix("FROM "));
    let names: Vec<String> = from
        .filter_map(|rest| rest.split_whitespace().next())
        .map(|name| format!("docker.io/library/{name}"))
        .collect();
    names.try_into().map_err(|names: Vec<String>| {
        unexpected("packaging/Containerfile has not two stages", &names.join("\n"))
    })
}

/// What the Containerfile's first lines say to type to start it, for podman, and what it takes here beside them: a free port, and
/// no more than this machine allows.
pub fn starts(containerfile: &str, port: u16) -> Result<Vec<String>> {
    let comment = containerfile.lines().map_while(|line| line.strip_prefix('#'));
    let comment: Vec<&str> = comment.map(str::trim).collect();
    let begins = comment.iter().position(|line| line.starts_with("podman run "));
    let lines = begins.map_or(&[][..], |begins| &comment[begins..]);
    let mut words = Vec::new();
    for line in lines {
        let goes_on = line.strip_suffix('\\');
        words.extend(goes_on.unwrap_or(line).split_whitespace());
        if goes_on.is_none() {
            break;
        }
    }
    let (Some((["podman", "run"], words)), true) = (words.split_first_chunk(), words.last() == Some(&NAME))
    else {
        return Err(unexpected(
            "the Containerfile does not say how to start it",
            containerfile,
        ));
    };
    let own_port = format!("127.0.0.1:{port}:");
    let mut starts = ["run", "--detach", "--name", NAME].map(str::to_owned).to_vec();
    // Where no systemd runs podman cannot have it asked whether it is healthy, and where this runs limits may not be raised.
    starts.extend(
        [
            "--no-healthcheck",
            "--ulimit",
            "nofile=4096:4096",
            "--ulimit",
            "nproc=4096:4096",
        ]
        .map(str::to_owned),
    );
    starts.extend(
        words
            .iter()
            .map(|word| word.replace("127.0.0.1:3000:", &own_port)),
    );
    if !starts.iter().any(|word| word.starts_with(&own_port)) {
        return Err(unexpected(
            "the Containerfile does not say where its port is published",
            containerfile,
        ));
    }
    Ok(starts)
}

/// How the image says that it is to be asked whether it is healthy. Asked here by hand: podman leaves it to systemd.
pub fn question(image: &str) -> Result<Vec<String>> {
    let read: Value = serde_json::from_str(image).map_err(|error| unexpected(format!("{error}"), image))?;
    let test = read.pointer("/0/Healthcheck/Test").and_then(Value::as_array);
    let words: Option<Vec<String>> = test.and_then(|words| {
        let words: Vec<&str> = words.iter().map(Value::as_str).collect::<Option<_>>()?;
        let (&form, words) = words.split_first()?;
        (form == "CMD").then(|| words.iter().map(|&word| word.to_owned()).collect())
    });
    words.ok_or_else(|| unexpected("the image does not say how to ask whether it is healthy", image))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_image_begins_from_is_read_off_its_text() {
        let two = "# A\nFROM rust:1 AS build\nRUN x\n\nFROM debian:12\nCOPY --from=build x y\n";
        let expected = ["docker.io/library/rust:1", "docker.io/library/debian:12"];
        assert_eq!(bases(two).expect("two stages"), expected);
        assert!(bases("FROM debian:12\n").is_err());
    }

    #[test]
    fn it_is_started_as_its_first_lines_say() {
        let text = "# A\n#\n#   podman build .\n#   podman run --read-only \\\n#     --publish 127.0.0.1:3000:3000 \\\n#     nytta\n#\n# B\nFROM x\n";
        let words = starts(text, 77).expect("it says so");
        assert!(
            words.ends_with(&["--read-only", "--publish", "127.0.0.1:77:3000", "nytta"].map(str::to_owned)),
            "{words:?}"
        );
        assert!(starts(&text.replace("podman run", "podman start"), 77).is_err());
        assert!(starts(&text.replace("127.0.0.1:3000:3000", "3000"), 77).is_err());
        assert!(starts(&text.replace("     nytta\n", "     another\n"), 77).is_err());
    }

    #[test]
    fn an_image_is_asked_as_it_says() {
        let image = r#"[{"User": "1:1", "Healthcheck": {"Test": ["CMD", "nytta", "ready"], "Interval": 3}}]"#;
        assert_eq!(question(image).expect("it says so"), ["nytta", "ready"]);
        for lacking in [
            "",
            "[]",
            r#"[{"Healthcheck": {"Test": []}}]"#,
            r#"[{"Healthcheck": {"Test": ["CMD-SHELL", "nytta ready"]}}]"#,
        ] {
            assert!(question(lacking).is_err(), "{lacking}");
        }
    }
}
