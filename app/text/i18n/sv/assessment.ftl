# Room: assessment
