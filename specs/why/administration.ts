import { explain, together } from '../../src/judge/why.ts'

const gone = 'Deleting is what a customer may demand by law. What can still be read or used was not deleted.'
const connector =
  'ERP and CRM connectors work with these answers; what is missing in them is missing in every invoice they write.'
const typo = 'A connector with a wrong id learns it, instead of going on with nothing or with another record.'

explain({
  'ADMIN-01':
    'Address ids are small numbers. Open by id for the own one, a check for all others is one mistake away from a copy of all addresses.',
  'ADMIN-02': 'A customer who can write here changes groups, prices and other people’s data.',
  'ADMIN-03':
    'Validation tells which data the shop takes, and at length; the list of attributes names what it keeps of its customers.',
  'ADMIN-04':
    'The administrator’s login opens all customers at once: a wrong name must get nothing, least of all a token.',
  'ADMIN-05': connector,
  'ADMIN-06': typo,
  'ADMIN-07': 'Cut to a number or read as 0, a malformed id would fetch a customer whom nobody asked for.',
  'ADMIN-08':
    'Tools ask before they offer to edit. The text "false" is true in most languages, and the form stays closed.',
  'ADMIN-09': connector,
  'ADMIN-10': typo,
  'ADMIN-11': 'Support and order entry fill in the address for the customer on the phone.',
  'ADMIN-12':
    'Forms for customers are built from this list; what it calls required wrongly is demanded of every customer, or refused at the end.',
  'ADMIN-13': typo,
  'ADMIN-14':
    'Connectors match records by e-mail. One customer too many, or another one, merges the data of two people.',
  'ADMIN-15':
    'Generated clients write camelCase, the documentation snake_case. Not understood, the criteria are dropped and all customers come back.',
  'ADMIN-16': 'A connector creates the customer when nobody was found. An error in its place stops the import.',
  'ADMIN-17': 'Without criteria the whole customer base would come back at once, and take the shop down with it.',
  'ADMIN-18':
    'A misspelt field that is passed over finds everybody, and a tool that deletes what it finds deletes all.',
  'ADMIN-19': 'A client that pages sends the criteria on; what it is not told it cannot repeat.',
  'ADMIN-20': 'A connector stops at the empty page. Where the last one is repeated, it runs for ever.',
  'ADMIN-21': 'A connector that stops at an empty page never stops here; it has to go by the count.',
  'ADMIN-22':
    'Newsletter tools read the consent from the list; without it they ask for each customer alone, or write to those who declined.',
  'ADMIN-23': 'A tool that takes "not told" for "not subscribed" empties its list on these releases.',
  'ADMIN-24': 'Wholesale customers are made this way; dropped without a word, they see retail prices.',
  'ADMIN-25':
    'Every tool reads, changes and writes back the whole. If that fails or loses addresses, each edit costs the customer data.',
  'ADMIN-26':
    'Connectors send the fields they own. Where they have to send the whole customer they overwrite what others changed meanwhile.',
  'ADMIN-27':
    'Made anew in place of a refusal, a deleted customer comes back with the next import, and with it data that had to go.',
  'ADMIN-28': 'A customer in a group that does not exist has no prices and breaks the pages that look the group up.',
  'ADMIN-29':
    'These releases take any number: a connector with a wrong group makes customers without prices, and nobody is told.',
  'ADMIN-30':
    'An import validates before it writes. If customers who do not exist yet cannot be validated, it finds out halfway.',
  'ADMIN-31':
    'An import that is told "valid" for all finds out while writing; a form without the messages cannot say what to correct.',
  'ADMIN-32': 'A `true` for an address that stays leaves data in the shop that its owner had removed.',
  'ADMIN-33': 'Deleting is what a customer may demand by law, and what this suite itself cleans up with.',
  ...together(gone, 'ADMIN-34', 'ADMIN-35'),
  'ADMIN-36': 'A customer who comes back must be able to, and must not find the old account’s data.',
  'DIRECTORY-01': 'Every address form begins with this list. Without it nobody can enter an address.',
  'DIRECTORY-02': 'A form loads the regions when the country is chosen; by other names it finds none.',
  'DIRECTORY-03':
    'The id is a text here and a number in addresses. A typed client that does not know breaks on one of the two.',
  'DIRECTORY-04': 'A form with a wrong code shows an empty list of regions and lets the customer go on with no region.',
  'DIRECTORY-05':
    'Address services give codes in small letters. A client that passes them on works on a lax mock only.',
  'DIRECTORY-06':
    'Prices in another currency are computed from these rates; keyed or typed otherwise, they come out wrong.',
  'VERSION-01':
    'Clients and this suite choose by it what to expect. The patch is left out on purpose: it would tell which holes are open.',
  'SCHEMA-01':
    'Clients are generated from this document; of another version or incomplete, the generator fails or leaves operations out.',
  'SCHEMA-02':
    'Listing what guests may not use shows an attacker where the doors are; leaving out what they may breaks generated clients.',
})
