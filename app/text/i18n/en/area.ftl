# Room: area
