# Room: admin. The administrator's page.

admin-title = Administration
admin-heading = { $count ->
    [one] Ett konto har tillgång
   *[other] { $count } konton har tillgång
}
admin-lead = Administratören ser konton och roller men inga uppgifter ur portföljen.
admin-caption = Konton med roller, i den ordning de skapades
admin-name = Namn
admin-roles = Roller
admin-email = E-post
admin-no-email = Ingen, loggar in med engångslänk
admin-start = Enheten Styrning och uppföljning lägger upp myndigheten och börjar portföljen. Ge den tillgång med kommandot nytta user add.
