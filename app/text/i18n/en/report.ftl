# Room: report
