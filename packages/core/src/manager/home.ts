import { join } from 'node:path';

/** Where things are in the data folder of a host. */
export class Home {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get database(): string {
    return join(this.folder, 'host.db');
  }

  /** Approved versions by digest. */
  get store(): string {
    return join(this.folder, 'store');
  }

  /** Packages that the user added. */
  get plugins(): string {
    return join(this.folder, 'plugins');
  }

  /** Bundles about plugins that failed. */
  get evidence(): string {
    return join(this.folder, 'evidence');
  }
}
