import { expect, test } from 'vitest'
import { differenceOf } from '../../../src/report/findings/difference.ts'
import { objectionOf } from '../../../src/report/findings/objection.ts'

test.each([
  ['"O\'Neil" at /lastname', '"O&#039;Neil"', 'HTML-encoded'],
  ['"1990-02-28" at /dob', '"1990-02-27"', '1 day earlier'],
  ['"2026-01-01 10:00:00"', '"2026-01-01 12:00:00"', '2 hours later'],
  ['43 at /region_id', '"43"', 'as a string in place of a number'],
  ['true at /default_billing', '"1"', 'as a string in place of a boolean'],
  ['"Zoë"', '"ZOË"', 'in capitals'],
  ['"Łucja"', '"?ucja"', 'with letters replaced'],
  ['"Jean-Rene\u0301"', '"Jean-René"', 'in another Unicode form'],
  ['"Jean-Rene\u0301"', '"Jean-Rene"', 'without its accents'],
  ['"Zoë"', '"Zoe"', 'without its accents'],
  ['"Müller  & Co."', '"Müller & Co."', 'with other spaces in it'],
  ['"regionId"', '"region_id"', 'in snake_case'],
  ['"512-555-1111"', '"5125551111"', 'in another form'],
  ['"Purchase Road 7"', '"Purchase"', 'cut off after 8 characters'],
  ['"02134"', '"2134"', 'without its leading zeros'],
  ['"5125551111"', '"51255"', 'cut off after 5 characters'],
  ['"2"', '"1002"', undefined],
  ['3600', '7200', '2 times as much'],
  ['2 at /gender', '1', undefined],
  ['"X"', '"Y"', undefined],
  ['["7 Elm Road","Rear House"]', '["7 Elm Road"]', '1 of 2 entries'],
  ['["7 Elm Road","Rear House"]', '["7 Elm Road, Rear House"]', 'in one entry'],
  ['["7 Elm Road","Rear House"]', '["Rear House","7 Elm Road"]', 'in another order'],
  ['["7 Elm Road","Rear House"]', '["7 ELM ROAD","REAR HOUSE"]', 'in capitals'],
  ['["7 Elm Road"]', '["7 Elm Road","Rear House"]', '1 more than expected'],
  ['["7 Elm Road"]', '["9 Ash Lane"]', undefined],
  ['the customers 36, 57 in this order', 'the customers 57, 36', 'in another order'],
  ['"1951-12-01" at /dob', '"1951-01-12"', 'with day and month swapped'],
  ['"Zoë"', '"ZoÃ«"', 'its UTF-8 read as Latin-1'],
  ['"Zoë’s"', '"ZoÃ«â€™s"', 'its UTF-8 read as Latin-1'],
  ['within ten minutes of Sun, 29 Nov 2026', '"2026-11-29T18:45:20Z"', 'in the form of ISO 8601'],
  ['within ten minutes of Sun, 29 Nov 2026', '1795977920', 'as a number of seconds or milliseconds since 1970'],
])('expected %s, got %s: %s', (expected, actual, told) => {
  expect(differenceOf(expected, actual).told).toBe(told)
})

test.each([
  ['status', 'status 401', '200 OK "eyJ"', 'status 401>200:"'],
  [
    'status',
    'status 200',
    '400 Bad Request {"message":"The token 12 is expired."}',
    'status 200>400:-The-token-is-expired-',
  ],
  ['/addresses/0/fax', '"1"', 'nothing there', '/addresses/#/fax missing'],
  ['/group_id', '1', 'nothing there, but there is `groupId`', '/group_id missing-renamed'],
  ['/firstname', '"Jane"', 'nothing there, but "Jane" is in `first`', '/firstname missing'],
  ['/items', 'the customers 36', 'an empty list', '/items empty'],
  ['/items', 'an empty list', 'the customers 36', '/items extra'],
  ['/street', '["1"]', '["2"]', '/street changed'],
  ['/lastname', '"B"', '"A", as before the update', '/lastname kept'],
  [
    undefined,
    "the page to show the name that REST answers: “O'Neil”",
    '“O&#039;Neil / a@b.c”',
    'other not-shown:name-html',
  ],
  [undefined, "the page to show the name that REST answers: “O'Neil”", '“Roe / a@b.c”', 'other not-shown:name'],
  ['body', '200 with true', '200 OK {"data":true}', 'body missing-inside'],
  ['mail', '1 mail(s) to a@b.c', '2 after 0 ms', 'mail 1>2'],
  ['header location', 'no header location', 'location: /', 'header location extra'],
])('the objection to %s: expected %s, got %s', (place, expected, actual, objection) => {
  expect(objectionOf({ verdict: 'fail', expected, actual, ...(place === undefined ? {} : { place }) })).toBe(objection)
})
