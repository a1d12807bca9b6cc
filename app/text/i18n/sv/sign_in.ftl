# Room: sign_in
