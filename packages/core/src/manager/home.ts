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

  /** Folders that are being written, or that a host left unfinished when it was killed. */
  get drafts(): string {
    return join(this.folder, 'drafts');
  }

  /** What plugins and hosts did. */
  get audit(): string {
    return join(this.folder, 'audit');
  }

  /** Bundles about plugins that failed. */
  get evidence(): string {
    return join(this.folder, 'evidence');
  }
}
