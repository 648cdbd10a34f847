import { hash, X509Certificate } from 'node:crypto';
import type { NewConnection } from '@bourse/core';
import type { Scene } from '../scene/scene.ts';

type Programs = NonNullable<NewConnection['programs']>;

/** What the manifests call the program of the institution on this machine. */
export const LOCAL = 'loopback:5000';

/** A permission to read there. */
export const READ_LOCAL = {
  origin: LOCAL,
  methods: ['GET'],
  paths: ['/read'],
  access: 'read',
  why: 'reads accounts by the program of the bank',
};

/** What the program shows. It protects nothing: it was made for this and is known to everybody. */
export const SHOWN = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjA2yUzyzbh9sqF0O
qE1+1wvr81ZW3A9KMwHd86ngEYihRANCAARnZBiop5WlmiUtY8zY0teYsn/ZJKwh
zsVeJ30tEV0LLxvNfTew/2QONYQndIwV8ysLMrJloKk+YQI6msTLHjj6
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBfzCCASWgAwIBAgIUCEuh+vd0YFaIY3edAv06kbRwzS8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJcHJvZ3JhbSBhMCAXDTI2MTEyMzA0MDM0N1oYDzIxMjYxMDMw
MDQwMzQ3WjAUMRIwEAYDVQQDDAlwcm9ncmFtIGEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARnZBiop5WlmiUtY8zY0teYsn/ZJKwhzsVeJ30tEV0LLxvNfTew/2QO
NYQndIwV8ysLMrJloKk+YQI6msTLHjj6o1MwUTAdBgNVHQ4EFgQUeHx8ATD1Z9tx
tzrCIqPoidoRYzQwHwYDVR0jBBgwFoAUeHx8ATD1Z9txtzrCIqPoidoRYzQwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiBjFYG9LsGiAg9X/cfnHuGM
ZPxtpJ4Aq125uGmawHyODAIhAKQFlU5hhBgYSeXJCCXe29obk4k3OSMw81JMUtVZ
7VLM
-----END CERTIFICATE-----
`,
};

/** Of another program. */
const OTHER = `sha256:${hash('sha256', 'another program')}`;

/** The user has approved the program that runs. */
export function approved({ ports }: Scene): Programs {
  const certificate = `sha256:${hash('sha256', new X509Certificate(SHOWN.cert).raw)}`;
  return { [LOCAL]: { port: ports.program, certificate } };
}

/** The user has approved a program in whose place another one runs. */
export function replaced({ ports }: Scene): Programs {
  return { [LOCAL]: { port: ports.program, certificate: OTHER } };
}
