# Room: presentation. A report shown to leadership, one thing a page.

presentation-title = Presentation
presentation-link = Show as a presentation
presentation-nav = The presentation
presentation-back = Back to the report
presentation-before = Previous
presentation-next = Next
presentation-place = { $number } of { $all }
presentation-as-of = The position on { $day }
presentation-course-title = Overall level report by report
presentation-course-caption = Level in each report. Where an area is not in a report, no level is set there.
