import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AddressBook, isPublicAddress } from './index.js';

const SPECIAL = `
  0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.0.1 168.63.129.16
  169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.192 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1
  198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
  :: ::1 ::8.8.8.8 ::ffff:8.8.8.8 ::ffff:7f00:1 ::ffff:0:8.8.8.8 64:ff9b::8.8.8.8 64:ff9b:1::1 100::1 2001::1 2001:2::1
  2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1
  febf::1 fec0::1 ff02::1 fe80::1%eth0 2606:4700::1%1 ::ffff:127.0.0.1 0:0:0:0:0:ffff:7f00:0001
`
  .trim()
  .split(/\s+/);

test.each(SPECIAL)('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

const PUBLIC = [
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '223.255.255.255',
];

test.each([...PUBLIC, '2606:4700:4700::1111', '2A00:1450:4001:81c::200e'])(
  '%s is a public address',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '0177.0.0.1',
  '0x7f.1',
  '0x7f000001',
  '2130706433',
  '127.1',
  '8.8.8.8.',
  '010.8.8.8',
  ' 8.8.8.8',
  '8.8.8',
  '[::1]',
  '',
])('the spelling "%s" is no address at all', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('no IPv4 address is public in the clothes of IPv6', () => {
  fc.assert(
    fc.property(
      fc.ipV4(),
      fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:', '64:ff9b:1::'),
      (address, prefix) => {
        expect(isPublicAddress(prefix + address)).toBe(false);
      },
    ),
  );
});

test('only what begins with 2 or 3 can be a public IPv6 address', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      if (isPublicAddress(address)) expect(address).toMatch(/^[23][0-9a-f]{3}:/i);
    }),
  );
});

test('addresses are found once, and anew when they are old', async () => {
  let now = 0;
  const asked: string[] = [];
  const book = new AddressBook(
    async (host) => {
      asked.push(host);
      return ['8.8.8.8', '2606:4700::1'];
    },
    () => now,
  );
  expect(await book.find('api.acme.example')).toEqual(['8.8.8.8', '2606:4700::1']);
  await book.find('api.acme.example');
  expect(asked).toHaveLength(1);
  now = 30_000;
  await book.find('api.acme.example');
  expect(asked).toHaveLength(2);
});

test('one bad address among good ones refuses the whole', async () => {
  const book = new AddressBook(async () => ['8.8.8.8', '10.0.0.1'], Date.now);
  await expect(book.find('api.acme.example')).rejects.toMatchObject({ code: 'NETWORK_REFUSED' });
});

test('a bad address behind many good ones is seen too', async () => {
  const many = Array.from({ length: 50 }, (_, index) => `8.8.8.${index}`);
  const book = new AddressBook(async () => [...many, '127.0.0.1'], Date.now);
  await expect(book.find('api.acme.example')).rejects.toMatchObject({ code: 'NETWORK_REFUSED' });
});

test('a name without an address is unavailable', async () => {
  const nowhere = new AddressBook(async () => [], Date.now);
  await expect(nowhere.find('api.acme.example')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const failing = new AddressBook(() => Promise.reject(new Error('ENOTFOUND')), Date.now);
  await expect(failing.find('api.acme.example')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});

test.each([
  '127.0.0.1',
  '0x7f.0x1',
  '2130706433',
  '[::1]',
  'localhost',
  'a.0x7f',
  'api.acme.example.',
  'API.acme.example',
  '',
])('"%s" is no name and never asked for', async (host) => {
  const book = new AddressBook(() => Promise.reject(new Error('asked')), Date.now);
  await expect(book.find(host)).rejects.toMatchObject({ code: 'NETWORK_REFUSED' });
});
