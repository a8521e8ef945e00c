package org.seprank.dataset.fetch;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A public dataset.
 *
 * @param name what it is called here: lower-case letters, digits, hyphens
 * @param open the file or folder, relative to the dataset's own, that holds it once downloaded
 * @param files what to download
 */
public record CatalogueEntry(String name, String open, List<RemoteFile> files) {
    /** Checks the names. */
    public CatalogueEntry {
        files = List.copyOf(files);
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("name '" + name + "' is not of lower-case letters, digits and hyphens");
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("dataset '" + name + "' has no files");
        }
    }

    /**
     * A file to download.
     *
     * @param address https, or http of this machine
     * @param sha256 64 hexadecimal digits, or empty where it is not known
     */
    public record RemoteFile(URI address, String sha256) {
        private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

        /** Checks both. */
        public RemoteFile {
            if (!"https".equals(address.getScheme()) && !ofThisMachine(address)) {
                throw new IllegalArgumentException("address " + address + " is not https");
            }
            if (!sha256.matches("|[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 '" + sha256 + "' is not 64 hexadecimal digits");
            }
            if (name(address).isEmpty()) {
                throw new IllegalArgumentException("address " + address + " does not name a file");
            }
        }

        private static boolean ofThisMachine(URI address) {
            return "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        }

        private static String name(URI address) {
            String path = String.valueOf(address.getPath());
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The name of the file. */
        public String name() {
            return name(address);
        }

        /** Whether it is an archive that is unpacked after the download. */
        boolean isArchive() {
            return name().toLowerCase(Locale.ROOT).endsWith(".zip");
        }
    }
}
