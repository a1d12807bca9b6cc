# Room: presentation. A report shown to leadership, one thing a page.

presentation-title = Presentation
presentation-link = Visa som presentation
presentation-nav = Presentationen
presentation-back = Tillbaka till rapporten
presentation-before = Föregående
presentation-next = Nästa
presentation-place = { $number } av { $all }
presentation-as-of = Läget den { $day }
presentation-course-title = Samlad nivå rapport för rapport
presentation-course-caption = Nivå i varje rapport. Saknas ett område i en rapport är nivån inte satt där.
