# Room: form
