import { explain, together } from '../../src/judge/why.ts'

const unreachable =
  'An account whose e-mail cannot be reached gets no order confirmation and no reset link; nobody notices before the customer needs one.'
const labels =
  'Forms mark the fields by these names. A field that is not named is not corrected, and the order never comes.'

explain({
  ...together(unreachable, 'VALID-01', 'VALID-02', 'VALID-04'),
  'VALID-03':
    'A client that relies on trimming loses customers here: the form has to trim what was pasted with a blank.',
  'VALID-05': 'Cut to what the column holds, the e-mail would be another, and mails would go to a stranger or nowhere.',
  'VALID-06':
    'A form that accepts what the shop refuses, or the other way round, turns customers away at the last step; from 2.4.7 such addresses have to be expected in exports.',
  'VALID-07':
    'Plus tags and capitals are in daily use. Refused, the customer leaves; changed, the mail does not arrive.',
  'VALID-08': 'Most customers of the world have names beyond A to Z. A pattern that refuses them refuses their orders.',
  'VALID-09':
    'Names go into mails and administrators’ pages. A template directive in one was run by the mail of older releases and gave the attacker the shop.',
  'VALID-10': 'The form splits the message by lines to mark the fields; joined otherwise it marks the wrong ones.',
  ...together(
    'O’Brien and "Smith & Sons" are refused by some releases and not by others: a form has to know which, or turn customers away without being able to say why.',
    'VALID-11',
    'VALID-12',
    'VALID-13',
  ),
  'VALID-14': 'A name cut without a word no longer matches passport, invoice and payment.',
  'VALID-15': labels,
  'VALID-16': labels,
  'VALID-17':
    'What is required is a setting of the shop. A form built for another one lets customers run into a refusal at the end.',
  'VALID-18':
    'The customer corrects the address and sends the form again; an account left behind answers that the e-mail is taken.',
  'VALID-19':
    'Tax and shipping go by the region. One that does not exist makes an order that cannot be priced, or is priced wrongly.',
  'VALID-20':
    'Texas in Germany passes as an address and fails at the tax service or the carrier, when the order is paid.',
  'VALID-21': 'A line too many would be dropped, and with it the part of the address that finds the door.',
  'VALID-22':
    'From 2.4.8 addresses that were good are refused, also when a customer with an old one saves the profile: forms and imports have to be adapted before the upgrade.',
  'VALID-23': 'A date that is stored as something else, or not at all, makes checks of age and birthday offers wrong.',
  'VALID-24':
    'A birthday to come passes every check for "not too old"; from 2.4.8 a form that lets it through is refused.',
  'VALID-25':
    'The administrator’s page cannot show a gender that is not in its list; from 2.4.7 a client that sends one is refused.',
  'VALID-26':
    'A script in a name runs in the browser of the administrator who opens the customer. From 2.4.8 the API keeps it out; before, every page has to.',
})
