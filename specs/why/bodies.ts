import { explain, together } from '../../src/judge/why.ts'

const broken = 'A body that was cut off on the way must not be half obeyed: a customer saved without the rest loses it.'
const strict =
  'A browser sends this type from any site without asking first. Only refusing the others keeps foreign pages from posting in a visitor’s name.'
const order =
  'Whoever may not ask should learn nothing, and cost nothing: reading the body first lets strangers keep the server busy.'

explain({
  'NEG-01': 'Nearly every HTTP library sends it with a charset or without; refused, that library cannot be used.',
  'NEG-02': 'Scripts and curl say nothing of it and parse JSON. XML breaks all of them.',
  'NEG-03':
    'Libraries send a list of what they can read. Served something later in it, or nothing, they fail on the answer.',
  'NEG-04': 'ERP systems read XML only, and look for this root.',
  'NEG-05':
    'Opened in a browser the API answers in XML: a developer who compares it with the client’s JSON should know why.',
  'NEG-06': 'A client that reads XML has to show the reason as well; JSON in its place is a parse error to it.',
  'NEG-07':
    'A wrong Accept looks like a crash of the shop: 500 and HTML. Data in spite of it would break the client that asked for something else.',
  'NEG-08': 'The developer sees the error page for a wrong header first, and must not look for the fault in the URL.',
  'NEG-09': `${strict} A script that forgot the header sees it at once.`,
  'NEG-10': strict,
  'NEG-11': 'Read as UTF-8 all the same, a Müller loses the ü in the account and on the invoice.',
  'NEG-12': 'Most libraries send the charset along; refused, none of them can post.',
  'NEG-13': 'Both spellings are right by HTTP, and libraries use both.',
  'NEG-14': 'A library that adds a parameter fails on every Magento, and works on a lax mock.',
  'NEG-15':
    'HTTP says that case does not matter, Magento that it does. A client that capitalises works on a mock only.',
  'NEG-16': 'ERP systems write XML only; a body that is not read is refused for fields that were sent.',
  'NEG-17':
    'A client that is told 500 tries again. If the first attempt made an account, the second is told that the e-mail is taken.',
  'NEG-18': 'Without it a client that speaks XML cannot log in.',
  'NEG-19': 'A connector must not get other data for its format: a list left out reads as "no addresses".',
  ...together(broken, 'BODY-01', 'BODY-06'),
  'BODY-02':
    'Replaced without a word, a name is stored damaged, and a password is another than the one that was typed.',
  'BODY-03':
    'A byte order mark comes from files saved on Windows; deep nesting from who wants to exhaust the parser. A 400 tells the one and stops the other.',
  'BODY-04':
    'A client that sends the wrong thing is told which fields are missing, rather than meeting an internal error.',
  'BODY-05': 'The developer who forgot the body reads which fields are missing, rather than an internal error.',
  'BODY-07': order,
  'BODY-08': `${order} And a wrong URL is what the developer should hear of first.`,
  'BODY-09': 'Some libraries put a body on every request. Cut off on the way it must not pass for whole.',
  'BODY-10': 'Some libraries put a body on every request; their reads must not fail for it.',
})
