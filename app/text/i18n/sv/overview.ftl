# Room: overview
