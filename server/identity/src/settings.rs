use openidconnect::url::{Host, Url};

/// How the provider is reached, and as whom.
#[derive(Clone)]
pub struct Settings {
    /// Its address, exactly as it names itself.
    pub issuer: String,
    /// What it knows this installation as.
    pub client_id: String,
    /// What this installation shows that it is; none for a public client.
    pub client_secret: Option<String>,
    /// Where it sends people back to.
    pub redirect: String,
    /// The claim that holds what roles are made of.
    pub role_claim: String,
    /// How sure the provider has to be, each as good as the others; empty where it decides by itself.
    pub acr: Vec<String>,
}

// A secret has no business in a log.
impl std::fmt::Debug for Settings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Settings")
            .field("issuer", &self.issuer)
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// Why settings cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// It is no address.
    #[error(
        "“{0}” is no address of an identity provider: write https://…, exactly as the provider names itself"
    )]
    Issuer(String),
    /// It is no address.
    #[error("“{0}” is no address that people can be sent back to")]
    Redirect(String),
}

/// Whether what is sent there stays between the two: by TLS, or on this machine.
pub(crate) fn is_private(url: &Url) -> bool {
    let is_here = match url.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && is_here)
}

impl Settings {
    /// Holds the settings against what can be used.
    ///
    /// # Errors
    /// The first that cannot.
    pub fn check(&self) -> Result<(), SettingsError> {
        let issuer = Url::parse(&self.issuer).ok();
        if !issuer.is_some_and(|issuer| is_private(&issuer) && issuer.query().is_none()) {
            return Err(SettingsError::Issuer(self.issuer.clone()));
        }
        let redirect = Url::parse(&self.redirect).ok();
        if !redirect.is_some_and(|redirect| is_private(&redirect)) {
            return Err(SettingsError::Redirect(self.redirect.clone()));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(issuer: &str) -> Settings {
        Settings {
            issuer: issuer.to_owned(),
            client_id: "nytta".to_owned(),
            client_secret: None,
            redirect: "https://nytta.example.se/sso/klar".to_owned(),
            role_claim: "groups".to_owned(),
            acr: Vec::new(),
        }
    }

    #[test]
    fn a_provider_is_reached_by_tls_or_on_this_machine() {
        for good in [
            "https://id.example.se/oidc",
            "http://127.0.0.1:4000",
            "http://[::1]:4000",
            "http://localhost:1",
        ] {
            assert_eq!(settings(good).check(), Ok(()), "{good}");
        }
        for bad in [
            "",
            "id.example.se",
            "http://id.example.se",
            "ftp://localhost",
            "https://id.example.se?a=b",
            "http://127.0.0.1.example.se",
        ] {
            assert_eq!(settings(bad).check(), Err(SettingsError::Issuer(bad.to_owned())));
        }
    }

    #[test]
    fn a_secret_is_not_shown() {
        let settings = Settings {
            client_secret: Some("hemligt".to_owned()),
            ..settings("https://id.example.se")
        };
        assert!(!format!("{settings:?}").contains("hemligt"));
    }
}
