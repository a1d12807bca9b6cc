# Room: initiative
