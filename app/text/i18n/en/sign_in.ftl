# Room: sign_in. Signing in and out.

sign-in-title = Sign in
sign-in-heading = Does the development give the benefit that was promised?
sign-in-lead = Nytta follows every delivery from expectation to realised benefit, with a source for every figure.
sign-in-levels = The five levels
sign-in-by-link = You sign in with a one-time link. Open the link in this browser and press the button on the page that appears.
sign-in-demo-heading = Trying the demo?
sign-in-demo = When Nytta starts with --demo, it prints one link per role in the terminal. Each link works once. Restart to get new ones.
sign-in-account-heading = No link or no account?
sign-in-account = The administrator of Nytta creates accounts and hands out links.
sign-in-out = You are signed out
sign-in-out-next = Open a new one-time link to sign in again.
sign-in-link-title = Sign in as { $name }
sign-in-link-heading = Sign in as { $name }?
sign-in-link-roles = Roles
sign-in-link-no-roles = The account has no role yet
sign-in-link-once = The link stops working once you have signed in. You are signed out after two hours without activity.
sign-in-link-submit = Sign in
