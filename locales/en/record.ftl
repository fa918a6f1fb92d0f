# Words of records for the file.

record-save = Save as PDF
record-kind = Note for the file
record-title = Legal assessment of international co-operation
record-file = legal-assessment
record-page = Page
record-made = Made on
record-decision = Day of the decision
record-actor = Who decides
record-country = Country
record-answer = The answer in short
record-part = Part: { $what }
record-checked = checked { $what }
record-fired = Rules that gave the answer
record-not-fired = Rules that were tried and did not apply, with the question that decided
record-about = About the assessment
record-again = A program made this answer from the details above. The same details and the same rules give the same answer. The check sum shows which rules were in force.
record-address = Address of the assessment:
record-busy = Many people want a PDF right now. Please try again in a moment.
