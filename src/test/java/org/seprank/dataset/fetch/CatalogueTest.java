package org.seprank.dataset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seprank.Shared;
import org.seprank.dataset.fetch.CatalogueEntry.RemoteFile;
import org.seprank.dataset.file.Source;

class CatalogueTest {
    @Test
    void everyKnownHashIsThatOfTheFileAtHand() throws IOException {
        int checked = 0;
        for (CatalogueEntry entry : Catalogue.standard().entries()) {
            for (RemoteFile file : entry.files()) {
                if (!file.sha256().isEmpty()) {
                    String kind = file.name().endsWith(".npz") ? "heterophilous" : "planetoid";
                    Path path = Shared.file("data/" + kind + "/" + file.name());
                    assertThat(Source.sha256(path)).as(file.name()).isEqualTo(file.sha256());
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(29);
    }

    @Test
    void namesAreFoundInAnySpelling() {
        Catalogue catalogue = Catalogue.standard();
        assertThat(catalogue.find("Cora").orElseThrow().files()).hasSize(8);
        assertThat(catalogue.find("chameleon_filtered")).isPresent();
        assertThat(catalogue.find("MUTAG").orElseThrow().files().get(0).isArchive())
                .isTrue();
        assertThat(catalogue.find("nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\tb\thttps://x/y",
                "a\tb\thttp://x/y\t-",
                "a\tb\thttp://localhost.x/y\t-",
                "a\tb\tftp://x/y\t-",
                "a\tb\thttps://x/\t-",
                "a\tb\thttps://x/y\tabc",
                "../a\tb\thttps://x/y\t-"
            })
    void malformedLinesAreRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.parse(List.of(line)));
    }

    @Test
    void theCacheFolderFollowsTheEnvironment() {
        Path home = Path.of("home");
        assertThat(CacheFolder.of(Map.of(), home).path()).isEqualTo(Path.of("home", ".cache", "seprank"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "x"), home).path()).isEqualTo(Path.of("x", "seprank"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "x", "SEPRANK_CACHE", "y"), home)
                        .path())
                .isEqualTo(Path.of("y"));
    }
}
