# Room: error
