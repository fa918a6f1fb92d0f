# Words of a question in the search box, with commas between them. All languages hold at the same time.
search-words-vanort = twin town, twinned, twin, twin towns, twinned town, twinned towns, sister city, sister cities, partner town, partner towns, twinning
search-words-partnership = municipal partnership, municipal partnerships
search-words-ended = ended, terminated, former partnerships
search-words-gb = england, scotland, wales, northern ireland
search-words-eu = EU countries, EU, EU country, European Union, the EU
search-words-aid-receiving = Countries that receive Swedish state aid, aid countries, developing countries, developing country
search-words-north-america = North America, North American
search-words-south-america = South America, South American
search-words-europe = Europe, European
search-words-asia = Asia, Asian
search-words-africa = Africa, African
search-words-oceania = Oceania
search-words-nordic = Nordic countries, Nordic, the Nordic countries, Nordics
search-words-baltic = Baltic states, Baltic, Baltics, the Baltic states, Baltic countries
search-words-any = partnership, partnerships, partner, partners, co-operation, cooperation, works with, work with, agreement, agreements, works, working, work, co-operates, cooperates, collaborates
search-words-nothing = in, with, there, were, was, by, and, between, all, to, from, of, the, who, which, has, have, our, else, on, about, municipalities, municipality, swedish, which municipalities, had, other, others, is, are, what, since, when, do, does, a, an, any, regions, towns, cities
search-words-culture = art, music, theatre, libraries
search-words-education = school, schools, education, teachers
search-words-business = business, companies, employment
search-words-democracy = democracy, equality
search-words-youth = young people, youth exchange
search-words-environment = environment, climate, waste
search-words-sport = sports, leisure, tourism
search-words-social = care, elderly care
search-words-aid = support, help, gifts
search-words-emergency = rescue services, fire brigade, preparedness
search-words-planning = water, sanitation, energy, urban planning, building
search-selection = partnerships
search-partnerships = Show partnerships: { $what }
search-written = a source writes { $what }
search-elsewhere = a name in another language
search-stands-for = merged with { $what }
search-merged = became part of { $what } in { $year }
search-count = { $n ->
    [one] { $number } suggestion. Choose with the arrow keys.
   *[other] { $number } suggestions. Choose with the arrow keys.
}
search-no-count = No suggestions.
search-no-theme = no field stated
